using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.CodeFixes;

/// <summary>Makes a type partial.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class MakePartial() : RepairProvider("KF101", "KF102")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (mistake.Node is TypeDeclarationSyntax declaration)
        {
            yield return new Repair($"Make '{declaration.Identifier.ValueText}' partial", "Make partial", Edit.MakePartial(declaration));
        }
    }
}
