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

    /// <summary>Gives an argument of the diagnostic's message.</summary>
    public string Word(int position) => diagnostic.Properties[position.ToString(CultureInfo.InvariantCulture)] ?? "";
}
