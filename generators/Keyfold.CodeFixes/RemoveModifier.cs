using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.CodeFixes;

/// <summary>Removes a modifier with which a type cannot be mapped or a property cannot be left out.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveModifier() : RepairProvider("KF103", "KF153")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        SyntaxToken modifier = mistake.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            TypeDeclarationSyntax type when !type.Members.Any(IsAbstract) =>
                type.Modifiers.FirstOrDefault(token => token.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.FileKeyword),
            PropertyDeclarationSyntax property => property.Modifiers.FirstOrDefault(token => token.IsKind(SyntaxKind.RequiredKeyword)),
            _ => default,
        };
        if (modifier != default)
        {
            string title = $"Remove '{modifier.ValueText}'";
            yield return new Repair(title, title, Edit.Remove(modifier));
        }
    }

    private static bool IsAbstract(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.AbstractKeyword);
}
