using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.CodeFixes;

/// <summary>A diagnostic that is to be repaired, and the code it points at.</summary>
internal sealed class Mistake(Diagnostic diagnostic, SemanticModel model, CancellationToken cancellationToken)
{
    public string Id => diagnostic.Id;

    public SemanticModel Model => model;

    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>What the diagnostic points at.</summary>
    public SyntaxNode Node { get; } =
        model.SyntaxTree.GetRoot(cancellationToken).FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true);

    /// <summary>The annotation that the diagnostic points at or into.</summary>
    public AttributeSyntax? Annotation => Node.FirstAncestorOrSelf<AttributeSyntax>();

    /// <summary>The argument of an annotation that the diagnostic points at.</summary>
    public AttributeArgumentSyntax? Argument => Node.FirstAncestorOrSelf<AttributeArgumentSyntax>();

    /// <summary>The type that the mistake is in.</summary>
    public INamedTypeSymbol? Type =>
        Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration ? model.GetDeclaredSymbol(declaration, cancellationToken) : null;

    /// <summary>What the compiler read of <see cref="Annotation"/>.</summary>
    public AttributeData? AnnotationData => Annotated?.GetAttributes().FirstOrDefault(data => SyntaxOf(data) == Annotation);

    /// <summary>What <see cref="Annotation"/> stands on: a type or a property, which may be declared as a record's parameter.</summary>
    public ISymbol? Annotated => Annotation?.Parent?.Parent switch
    {
        null => null,
        ParameterSyntax parameter => FindProperty(parameter.Identifier.ValueText),
        var declaration => model.GetDeclaredSymbol(declaration, cancellationToken),
    };

    /// <summary>The property that the mistake is in, unless it is a record's parameter.</summary>
    public PropertyDeclarationSyntax? Property => Node.FirstAncestorOrSelf<PropertyDeclarationSyntax>();

    /// <summary>Gives an argument of the diagnostic's message.</summary>
    public string Word(int position) => diagnostic.Properties[position.ToString(CultureInfo.InvariantCulture)] ?? "";

    public AttributeSyntax? SyntaxOf(AttributeData? annotation) => annotation?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    /// <summary>Finds a property of <see cref="Type"/> or its base classes.</summary>
    public IPropertySymbol? FindProperty(string name) => Properties().FirstOrDefault(property => property.Name == name);

    public IEnumerable<string> PropertyNames() => Properties().Select(property => property.Name);

    private IEnumerable<IPropertySymbol> Properties()
    {
        for (INamedTypeSymbol? type = Type; type is { SpecialType: SpecialType.None }; type = type.BaseType)
        {
            IEnumerable<IPropertySymbol> properties = type.GetMembers().OfType<IPropertySymbol>();
            foreach (IPropertySymbol property in properties.Where(property => property is { IsStatic: false, IsImplicitlyDeclared: false }))
            {
                yield return property;
            }
        }
    }
}
