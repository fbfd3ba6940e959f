using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.CodeFixes;

/// <summary>Makes a nested type a document, or leaves out a property that cannot be stored.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class AddAnnotation() : RepairProvider("KF141", "KF142", "KF145", "KF156")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (mistake.Id == "KF142" && FindDocument(mistake) is { } document)
        {
            SourceEdit annotation = Edit.Annotate(document, "Document", mistake.Model);
            bool isPartial = document.Modifiers.Any(SyntaxKind.PartialKeyword);
            yield return new Repair(
                $"Make '{document.Identifier.ValueText}' a document", "Make a document", isPartial ? [annotation] : [annotation, Edit.MakePartial(document)]);
        }

        if (mistake.Property is { } property && !property.Modifiers.Any(SyntaxKind.RequiredKeyword))
        {
            yield return new Repair("Add [Ignore]", "Add [Ignore]", Edit.Annotate(property, "Ignore", mistake.Model));
        }
    }

    /// <summary>The declaration of the type that the message names, wherever it stands in the property's type.</summary>
    private static TypeDeclarationSyntax? FindDocument(Mistake mistake)
    {
        TypeSyntax? written = mistake.Node.FirstAncestorOrSelf<SyntaxNode>(node => node is PropertyDeclarationSyntax or ParameterSyntax) switch
        {
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax parameter => parameter.Type,
            _ => null,
        };
        return written?.DescendantNodesAndSelf().OfType<TypeSyntax>()
            .Select(type => mistake.Model.GetSymbolInfo(type, mistake.CancellationToken).Symbol as INamedTypeSymbol)
            .Where(type => type?.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) == mistake.Word(2))
            .SelectMany(type => type!.DeclaringSyntaxReferences)
            .Select(declaration => declaration.GetSyntax(mistake.CancellationToken))
            .OfType<TypeDeclarationSyntax>()
            .FirstOrDefault();
    }
}
