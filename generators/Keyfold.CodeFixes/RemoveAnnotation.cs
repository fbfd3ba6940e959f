using System.Composition;
using Keyfold.Generator;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.CodeFixes;

/// <summary>Removes one of two annotations that exclude each other, or one that has no effect where it stands.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RemoveAnnotation() : RepairProvider(
    "KF107", "KF108", "KF109", "KF111", "KF127", "KF129", "KF149", "KF151", "KF153", "KF155", "KF209", "KF211", "KF212", "KF306")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        bool isForOther = mistake.Id == "KF211" && mistake.Property is null;
        if (mistake.Annotation is { } annotation && !isForOther)
        {
            yield return Remove(annotation);
        }

        AttributeSyntax? other = mistake.Id switch
        {
            "KF111" => FindTemplate(mistake),
            "KF155" => mistake.Property?.AttributeLists.SelectMany(list => list.Attributes).FirstOrDefault(one => Edit.Written(one) == mistake.Word(2)),
            _ => null,
        };
        if (other is not null)
        {
            yield return Remove(other);
        }
    }

    private static Repair Remove(AttributeSyntax annotation)
    {
        string title = "Remove " + Edit.Written(annotation);
        return new Repair(title, title, Edit.Remove(annotation));
    }

    /// <summary>The annotation whose template makes the key that a property claims to be.</summary>
    private static AttributeSyntax? FindTemplate(Mistake mistake)
    {
        string? index = mistake.AnnotationData?.Text("Index");
        AttributeData? template = index is null
            ? mistake.Type?.Find(KnownNames.PrimaryKey)
            : mistake.Type?.FindAll(KnownNames.SecondaryKey).Concat(mistake.Type.FindAll(KnownNames.LocalSecondaryKey))
                .FirstOrDefault(one => one.Text(0) == index);
        return mistake.SyntaxOf(template);
    }
}
