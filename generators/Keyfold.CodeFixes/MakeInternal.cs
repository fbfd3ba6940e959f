using System.Composition;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.CodeFixes;

/// <summary>Makes a type internal that generated code must name.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakeInternal() : RepairProvider("KF158")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (FindHidden(mistake) is not { } hidden)
        {
            yield break;
        }

        SourceEdit[] edits =
        [
            .. hidden.DeclaringSyntaxReferences
                .Select(declaration => declaration.GetSyntax(mistake.CancellationToken))
                .OfType<BaseTypeDeclarationSyntax>()
                .SelectMany(MakeVisible),
        ];
        yield return new Repair($"Make '{hidden.Name}' internal", "Make internal", edits);
    }

    private static INamedTypeSymbol? FindHidden(Mistake mistake)
    {
        INamedTypeSymbol? hidden = mistake.FindProperty(mistake.Word(1)) is { } property ? Reach.FindHidden(property.Type) : null;
        return hidden ?? (mistake.AnnotationData?.AttributeClass is { } converter ? Reach.FindHidden(converter) : null);
    }

    private static IEnumerable<SourceEdit> MakeVisible(BaseTypeDeclarationSyntax declaration)
    {
        List<SyntaxToken> hiding =
        [
            .. declaration.Modifiers.Where(modifier => modifier.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.FileKeyword),
        ];
        if (hiding.Count == 0)
        {
            SyntaxToken first = declaration.AttributeLists.LastOrDefault()?.GetLastToken().GetNextToken() ?? declaration.GetFirstToken();
            return [Edit.Insert(declaration.SyntaxTree, first.SpanStart, "internal ")];
        }

        return hiding.Skip(1).Select(Edit.Remove).Prepend(Edit.Replace(declaration.SyntaxTree, hiding[0].Span, "internal"));
    }
}
