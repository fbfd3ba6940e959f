using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Keyfold.CodeFixes;

/// <summary>
/// Turns <c>[SecondaryKey]</c> for a local index into <c>[LocalSecondaryKey]</c>, which has no partition key of its own. The other way there is none to take.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChangeKindOfIndexKey() : RepairProvider("KF211")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (mistake.Annotation is { ArgumentList.Arguments: [{ NameColon: null }, { NameColon: null, NameEquals: null } partition, { NameEquals: null }, ..] } annotation
            && Edit.Written(annotation) == "[SecondaryKey]")
        {
            yield return new Repair(
                "Use [LocalSecondaryKey]",
                "Use [LocalSecondaryKey]",
                Edit.Replace(annotation.Name, Edit.Qualify("LocalSecondaryKey", annotation, mistake.Model)),
                Edit.Remove(partition));
        }
    }
}
