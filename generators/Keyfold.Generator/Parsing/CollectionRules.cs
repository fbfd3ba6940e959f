using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Checks that the entities of each item collection can be read with one query, and told apart in its result.</summary>
internal sealed class CollectionRules(INamedTypeSymbol table, Findings findings)
{
    public void Check(IEnumerable<CollectionModel> collections, IReadOnlyList<ParsedEntity> entities)
    {
        foreach (CollectionModel collection in collections)
        {
            // A broken entity may have lost the very key that is asked for.
            Check(
                collection,
                [.. collection.Entities.SelectMany(name => entities.Where(entity => entity.Model.Type.FullName == name && !entity.Model.IsBroken))]);
        }
    }

    private void Check(CollectionModel collection, List<ParsedEntity> entities)
    {
        (ParsedEntity Entity, KeyAttributeModel Partition)? first = null;
        var members = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [collection.Name] = "itself",
            ["Unrecognized"] = "items of other types",
        };
        foreach (ParsedEntity entity in entities)
        {
            if (entity.Model.Keys.FirstOrDefault(key => key.Index == collection.Index) is not { Partition: [var partition, ..] } key)
            {
                findings.Add(Diagnostics.CollectionKeyMissing, PlaceOf(collection, entity), collection.Name, collection.Index ?? "", entity.Symbol.Name);
                continue;
            }

            if (entity.Model.TypeAttribute is null)
            {
                findings.Add(Diagnostics.CollectionTypeMissing, PlaceOf(collection, entity), collection.Name, entity.Symbol.Name, table.Name);
            }

            CheckMember(collection, entity, key, members);
            first ??= (entity, partition);
            if (Shape(partition) != Shape(first.Value.Partition))
            {
                findings.Add(
                    Diagnostics.CollectionPartitionsDiffer,
                    PlaceOf(collection, entity),
                    collection.Name,
                    first.Value.Entity.Symbol.Name,
                    Describe(first.Value.Partition),
                    entity.Symbol.Name,
                    Describe(partition));
            }
        }
    }

    /// <summary>A result has a property for each type: called by the type where there is at most one, and otherwise by the set.</summary>
    private void CheckMember(CollectionModel collection, ParsedEntity entity, KeyModel key, Dictionary<string, string> members)
    {
        string member = key is { Kind: KeyKind.Primary, IsSingle: true } ? entity.Model.Type.Name : entity.Model.Set;
        if (members.TryGetValue(member, out string other))
        {
            findings.Add(
                Diagnostics.CollectionMemberTaken, PlaceOf(collection, entity), collection.Name, member, other, entity.Symbol.ToDisplayString());
        }
        else
        {
            members.Add(member, $"'{entity.Symbol.ToDisplayString()}'");
        }
    }

    /// <summary>What must be equal for two templates to make the same partition keys: everything but the names of the properties.</summary>
    private static EquatableArray<KeySegmentModel> Shape(KeyAttributeModel attribute) => attribute.Segments
        .Select(segment => segment.Part is { } part
            ? new KeySegmentModel(Text: null, part with { Property = "", Value = part.Value with { IsNullable = false } })
            : segment)
        .ToEquatableArray();

    /// <summary>A template, and the types of its parts, which may be all that differs.</summary>
    private static string Describe(KeyAttributeModel attribute)
    {
        string types = string.Join(", ", attribute.Parts.Select(part => part.Value.Type.Substring(part.Value.Type.LastIndexOfAny([':', '.']) + 1)));
        return $"'{KeyText.Of(attribute)}'" + (types.Length == 0 ? "" : $" ({types})");
    }

    private Place PlaceOf(CollectionModel collection, ParsedEntity entity)
    {
        AttributeData? annotation = table.FindAll(KnownNames.Collection).FirstOrDefault(annotation => annotation.Text(0) == collection.Name);
        int position = annotation is { ConstructorArguments: [_, { Kind: TypedConstantKind.Array, IsNull: false } types] }
            ? types.Values.Select(type => type.Value).OfType<INamedTypeSymbol>().ToList()
                .FindIndex(type => SymbolEqualityComparer.Default.Equals(type, entity.Symbol))
            : -1;
        return new Place(table, annotation, position < 0 ? -1 : 1 + position);
    }
}
