using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Keyfold.CodeFixes;

/// <summary>Removes an argument of an annotation that does not fit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveArgument() : RepairProvider("KF124", "KF140", "KF148", "KF202", "KF215", "KF303", "KF307", "KF308")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (mistake.Argument is not { } argument)
        {
            yield break;
        }

        string title = mistake.Id switch
        {
            "KF124" or "KF202" => "Remove the sort key template",
            "KF140" => $"Store '{mistake.Word(1)}' under its own name",
            "KF303" or "KF308" => $"Remove '{mistake.Word(1)}' from the collection",
            "KF307" => $"Remove '{mistake.Word(2)}' from the collection",
            _ => $"Remove {argument.NameEquals?.Name.Identifier.ValueText}",
        };
        bool leavesNothing = mistake is { Id: "KF140" or "KF148", Annotation.ArgumentList.Arguments.Count: 1, Annotated.DeclaredAccessibility: Accessibility.Public };
        yield return new Repair(title, "Remove the argument", leavesNothing ? Edit.Remove(mistake.Annotation!) : Edit.Remove(argument));
    }
}
