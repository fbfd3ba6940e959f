using System.Composition;
using Keyfold.Generator.Model;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.CodeFixes;

/// <summary>Adds what an entity's key lacks, where there is one likely way to complete it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CompleteKey() : RepairProvider("KF110", "KF123", "KF128", "KF130", "KF213")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake) => mistake.Id switch
    {
        "KF110" => AddPrimaryKey(mistake),
        "KF123" => AddSortTemplate(mistake),
        "KF128" => AnnotateProperty(mistake, mistake.Word(1), "[SortKey]"),
        "KF130" => AnnotateProperty(mistake, mistake.Word(2), "[PartitionKey]"),
        _ => AnnotateProperty(mistake, mistake.Word(2), mistake.Word(3)),
    };

    /// <summary>For an entity with an id of its own; of any other, only its author knows the key.</summary>
    private static IEnumerable<Repair> AddPrimaryKey(Mistake mistake)
    {
        if (mistake.Type is not { } type
            || mistake.Node is not TypeDeclarationSyntax declaration
            || EntityParser.TableOf(type) is not { } tableType
            || TableParser.Parse(tableType, new Findings(), mistake.CancellationToken) is not { } table)
        {
            yield break;
        }

        IReadOnlyList<StoredProperty> properties = PropertyParser.ParseAll(type, new Findings());
        if (properties.FirstOrDefault(property => IsId(property, type)) is { } id)
        {
            string prefix = type.Name.ToUpperInvariant();
            string sort = table.SortKey is null ? "" : $", \"{prefix}\"";
            string annotation = $"PrimaryKey(\"{prefix}#{{{id.Symbol.Name}}}\"{sort})";
            yield return new Repair($"Add [{annotation}]", "Add [PrimaryKey]", Edit.Annotate(declaration, annotation, mistake.Model));
        }
    }

    private static bool IsId(StoredProperty property, INamedTypeSymbol type) =>
        (property.Symbol.Name == "Id" || property.Symbol.Name == type.Name + "Id")
        && !property.Value.IsNullable
        && (property.Value.Kind is ValueKind.String or ValueKind.Guid || property.Value.Kind.IsInteger());

    private static IEnumerable<Repair> AddSortTemplate(Mistake mistake)
    {
        if (mistake is { Type: { } type, Annotation.ArgumentList.Arguments: [var partition, ..] })
        {
            string template = $"\"{type.Name.ToUpperInvariant()}\"";
            yield return new Repair(
                $"Add the sort key template {template}", "Add a sort key template", Edit.Insert(partition.SyntaxTree, partition.Span.End, ", " + template));
        }
    }

    /// <summary>Annotates the property that is already stored in the missing key attribute.</summary>
    private static IEnumerable<Repair> AnnotateProperty(Mistake mistake, string attribute, string annotation)
    {
        if (mistake.Type is not { } type)
        {
            yield break;
        }

        IPropertySymbol? property = PropertyParser.ParseAll(type, new Findings()).FirstOrDefault(property => property.Attribute == attribute)?.Symbol;
        if (property?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(mistake.CancellationToken) is { } declaration)
        {
            yield return new Repair(
                $"Add {annotation} to '{property.Name}'", "Annotate the property", Edit.Annotate(declaration, annotation.Trim('[', ']'), mistake.Model));
        }
    }
}
