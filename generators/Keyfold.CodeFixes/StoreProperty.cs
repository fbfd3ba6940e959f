using System.Composition;
using Keyfold.Generator;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Keyfold.CodeFixes;

/// <summary>Stores a property that is part of a key but left out, by removing its <c>[Ignore]</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class StoreProperty() : RepairProvider("KF114")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        string name = mistake.Word(1);
        if (mistake.SyntaxOf(mistake.FindProperty(name)?.Find(KnownNames.Ignore)) is { } ignore)
        {
            yield return new Repair($"Remove [Ignore] from '{name}'", "Remove [Ignore]", Edit.Remove(ignore));
        }
    }
}
