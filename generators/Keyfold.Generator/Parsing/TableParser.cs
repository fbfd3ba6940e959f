using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Parses a table's class. What needs its entities too is in <see cref="TableRules"/>.</summary>
internal static class TableParser
{
    public const string AttributeRule = "1 to 255 bytes of UTF-8";

    private static readonly string[] AttributeArguments = ["PartitionKey", "SortKey", "TypeAttribute"];

    public const string NameRule = "3 to 255 of a-z, A-Z, 0-9, '_', '-' and '.'";

    /// <summary>Parses a class with <c>[Table]</c>; null without one.</summary>
    public static TableModel? Parse(INamedTypeSymbol type, Findings findings, CancellationToken cancellationToken)
    {
        if (type.Find(KnownNames.Table) is not { } annotation)
        {
            return null;
        }

        TypeModel model = TypeParser.Parse(type, findings, cancellationToken);
        if (!TableClass.IsPlain(type, findings))
        {
            model = model with { CanHaveParts = false };
        }

        string name = annotation.Text(0) ?? "";
        if (!Names.IsTableOrIndexName(name))
        {
            findings.Add(Diagnostics.InvalidName, new Place(type, annotation, 0), name, "a table", NameRule);
        }

        string partitionKey = annotation.Text("PartitionKey") ?? "PK";
        string? sortKey = annotation.TryText("SortKey", out string? declared) ? declared : "SK";
        string? typeAttribute = annotation.Text("TypeAttribute");
        foreach (string argument in AttributeArguments)
        {
            if (annotation.Text(argument) is { } attribute && !Names.IsKeyAttributeName(attribute))
            {
                findings.Add(Diagnostics.InvalidName, new Place(type, annotation, Name: argument), attribute, "an attribute", AttributeRule);
            }
        }

        if (partitionKey == sortKey)
        {
            findings.Add(Diagnostics.KeyAttributeTwice, new Place(type, annotation, Name: "SortKey"), $"Table '{type.Name}'", partitionKey);
        }

        IReadOnlyList<IndexModel> indexes = new IndexParser(type, partitionKey, sortKey, findings).ParseAll();
        IReadOnlyList<CollectionModel> collections = ParseCollections(type, indexes, findings);
        return new TableModel(
            model, name, partitionKey, sortKey, typeAttribute, indexes.ToEquatableArray(), collections.ToEquatableArray(), findings.HasErrors);
    }

    private static List<CollectionModel> ParseCollections(INamedTypeSymbol type, IReadOnlyList<IndexModel> indexes, Findings findings)
    {
        var collections = new List<CollectionModel>();
        foreach (AttributeData annotation in type.FindAll(KnownNames.Collection))
        {
            string name = annotation.Text(0) ?? "";
            string? index = annotation.Text("Index");
            if (!Names.IsIdentifier(name))
            {
                findings.Add(Diagnostics.NotAnIdentifier, new Place(type, annotation, 0), name, "a collection");
                continue;
            }

            if (index is not null && !indexes.Any(candidate => candidate.Name == index && !candidate.IsLocal))
            {
                findings.Add(
                    Diagnostics.UnknownIndex, new Place(type, annotation, Name: "Index"), name, index, type.Name, $"[GlobalSecondaryIndex(\"{index}\")]");
                continue;
            }

            GeneratedNames.Check(type, [name], new Place(type, annotation, 0), findings);
            IReadOnlyList<INamedTypeSymbol> entities = ParseEntities(type, annotation, name, findings);
            collections.Add(new CollectionModel(name, index, entities.Select(Names.FullName).ToEquatableArray()));
        }

        return collections;
    }

    private static List<INamedTypeSymbol> ParseEntities(INamedTypeSymbol table, AttributeData annotation, string collection, Findings findings)
    {
        var entities = new List<INamedTypeSymbol>();
        TypedConstant types = annotation.ConstructorArguments.Length > 1 ? annotation.ConstructorArguments[1] : default;
        if (types is not { Kind: TypedConstantKind.Array, IsNull: false, Values.IsEmpty: false })
        {
            findings.Add(Diagnostics.CollectionEmpty, new Place(table, annotation), collection);
            return entities;
        }

        for (int i = 0; i < types.Values.Length; i++)
        {
            if (types.Values[i] is not { Kind: TypedConstantKind.Type, Value: INamedTypeSymbol { TypeKind: not TypeKind.Error } entity })
            {
                continue;
            }

            // Written as an array, the types are one argument; then the place is the whole annotation.
            var place = new Place(table, annotation, 1 + i);
            if (!SymbolEqualityComparer.Default.Equals(EntityParser.TableOf(entity), table))
            {
                findings.Add(Diagnostics.CollectionOfOthers, place, collection, Names.ShortName(entity), table.Name);
            }
            else if (entities.Contains(entity, SymbolEqualityComparer.Default))
            {
                findings.Add(Diagnostics.CollectionTwice, place, collection, Names.ShortName(entity));
            }
            else
            {
                entities.Add(entity);
            }
        }

        return entities;
    }
}
