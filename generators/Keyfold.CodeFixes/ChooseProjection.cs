using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Keyfold.CodeFixes;

/// <summary>Makes an index's projection fit its list of attributes, or the other way round.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChooseProjection() : RepairProvider("KF204", "KF205")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (mistake is not { Annotation: { } annotation, Argument: { } argument })
        {
            yield break;
        }

        string projection = mistake.Id == "KF204" ? "KeysOnly" : "Include";
        string value = Edit.Qualify("IndexProjection." + projection, annotation, mistake.Model);
        yield return new Repair($"Set Projection = {value}", "Set Projection", Edit.SetArgument(annotation, "Projection", value));
        if (mistake.Id == "KF205")
        {
            yield return new Repair("Remove NonKeyAttributes", "Remove NonKeyAttributes", Edit.Remove(argument));
        }
    }
}
