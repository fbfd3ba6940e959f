using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>What must hold between the entities of one table.</summary>
internal sealed class TableRules(INamedTypeSymbol table, TableModel model, Findings findings)
{
    /// <summary>The members that every table has.</summary>
    public static HashSet<string> TableMembers { get; } = new(StringComparer.Ordinal)
    {
        "Batch", "Connect", "Connection", "CreateIfNotExistsAsync", "ModelOf", "Observe", "OpenInMemory", "TableName", "Transact", "TransactGet",
        "Equals", "Finalize", "GetHashCode", "GetType", "ToString", "ReferenceEquals", "MemberwiseClone",
    };

    /// <summary>Checks the entities of a table, in an order that does not depend on which was parsed first.</summary>
    public static void Check(INamedTypeSymbol table, TableModel model, IEnumerable<ParsedEntity> entities, Findings findings)
    {
        List<ParsedEntity> ordered = [.. entities.OrderBy(entity => entity.Model.Type.FullName, StringComparer.Ordinal)];
        var rules = new TableRules(table, model, findings);
        for (int i = 0; i < ordered.Count; i++)
        {
            for (int j = 0; j < i; j++)
            {
                rules.CheckPair(ordered[j], ordered[i]);
            }
        }

        rules.CheckMembers(ordered);
        rules.CheckTimesToLive(ordered);
        rules.CheckCollections(ordered);
    }

    private void CheckPair(ParsedEntity first, ParsedEntity second)
    {
        if (first.Model.Name == second.Model.Name)
        {
            // The one that is called so is right.
            (ParsedEntity right, ParsedEntity wrong) = second.Symbol.Name == second.Model.Name ? (second, first) : (first, second);
            findings.Add(
                Diagnostics.EntityNameTaken,
                new Place(wrong.Symbol, wrong.Symbol.Find(KnownNames.Entity), 0),
                right.Symbol.Name,
                wrong.Symbol.Name,
                wrong.Model.Name,
                table.Name);
        }

        if (first.Model.PrimaryKey is not { } one || second.Model.PrimaryKey is not { } other || first.Model.IsBroken || second.Model.IsBroken)
        {
            return;
        }

        foreach ((KeyAttributeModel left, KeyAttributeModel right) in Paired(first.Model, second.Model))
        {
            if (left.Type != right.Type)
            {
                findings.Add(
                    Diagnostics.KeyTypesDiffer, new Place(second.Symbol), second.Symbol.Name, Word(right.Type), left.Name, table.Name, first.Symbol.Name, Word(left.Type));
                return;
            }
        }

        bool collide = one.Partition.Zip(other.Partition, KeyOverlap.CanBeEqual).All(can => can) && one.Sort.Zip(other.Sort, KeyOverlap.CanBeEqual).All(can => can);
        if (collide)
        {
            findings.Add(
                Diagnostics.KeysCollide,
                new Place(second.Symbol, second.Symbol.Find(KnownNames.PrimaryKey)),
                first.Symbol.Name,
                second.Symbol.Name,
                table.Name);
        }
    }

    /// <summary>The key attributes that both entities have.</summary>
    private static IEnumerable<(KeyAttributeModel Left, KeyAttributeModel Right)> Paired(EntityModel first, EntityModel second)
    {
        static IEnumerable<KeyAttributeModel> All(EntityModel entity) => entity.Keys.SelectMany(key => key.Partition.Concat(key.Sort));

        return
            from left in All(first)
            join right in All(second) on left.Name equals right.Name
            select (left, right);
    }

    private void CheckMembers(IReadOnlyList<ParsedEntity> entities)
    {
        Dictionary<string, string> taken = TableMembers.ToDictionary(name => name, _ => "a member of every table", StringComparer.Ordinal);
        taken[table.Name] = "the class itself";
        foreach (ISymbol member in table.GetMembers().Where(member => member.CanBeReferencedByName && GeneratedNames.IsWritten(member)))
        {
            taken[member.Name] = "a member of its own";
        }

        foreach (ParsedEntity entity in entities)
        {
            string whose = $"the entity set of '{entity.Symbol.Name}'";
            if (taken.TryGetValue(entity.Model.Set, out string other))
            {
                var place = new Place(entity.Symbol, entity.Symbol.Find(KnownNames.Entity), Name: "Set");
                findings.Add(Diagnostics.TableMemberTaken, place, entity.Model.Set, table.Name, other, whose);
            }
            else
            {
                taken.Add(entity.Model.Set, whose);
            }
        }

        foreach (CollectionModel collection in model.Collections)
        {
            if (taken.TryGetValue(collection.Name, out string other))
            {
                findings.Add(Diagnostics.TableMemberTaken, CollectionPlace(collection), collection.Name, table.Name, other, "a collection");
            }
            else
            {
                taken.Add(collection.Name, "another collection");
            }
        }
    }

    private void CheckTimesToLive(IReadOnlyList<ParsedEntity> entities)
    {
        (ParsedEntity Entity, string Attribute)? first = null;
        foreach (ParsedEntity entity in entities)
        {
            if (entity.Model.Document.Properties.FirstOrDefault(property => property.Role == PropertyRole.TimeToLive) is not { } property)
            {
                continue;
            }

            first ??= (entity, property.Attribute);
            if (first.Value.Attribute != property.Attribute)
            {
                findings.Add(
                    Diagnostics.TimesToLiveDiffer,
                    new Place(entity.Symbol, TimeToLiveOf(entity.Symbol)),
                    entity.Symbol.Name,
                    property.Attribute,
                    first.Value.Entity.Symbol.Name,
                    first.Value.Attribute,
                    table.Name);
            }
        }
    }

    private static AttributeData? TimeToLiveOf(INamedTypeSymbol? type)
    {
        AttributeData? annotation = null;
        for (; type is not null && annotation is null; type = type.BaseType)
        {
            annotation = type.GetMembers().OfType<IPropertySymbol>().Select(property => property.Find(KnownNames.TimeToLive)).FirstOrDefault(found => found is not null);
        }

        return annotation;
    }

    private void CheckCollections(IReadOnlyList<ParsedEntity> entities)
    {
        foreach (CollectionModel collection in model.Collections)
        {
            (ParsedEntity Entity, KeyAttributeModel Partition)? first = null;
            foreach (ParsedEntity entity in collection.Entities.SelectMany(name => entities.Where(entity => entity.Model.Type.FullName == name && !entity.Model.IsBroken)))
            {
                if (entity.Model.Keys.FirstOrDefault(key => key.Index == collection.Index) is not { Partition: [var partition, ..] })
                {
                    if (collection.Index is { } index)
                    {
                        findings.Add(Diagnostics.CollectionKeyMissing, CollectionPlace(collection, entity), collection.Name, index, entity.Symbol.Name);
                    }

                    continue;
                }

                first ??= (entity, partition);
                if (Shape(partition) != Shape(first.Value.Partition))
                {
                    findings.Add(
                        Diagnostics.CollectionPartitionsDiffer,
                        CollectionPlace(collection, entity),
                        collection.Name,
                        first.Value.Entity.Symbol.Name,
                        Describe(first.Value.Partition),
                        entity.Symbol.Name,
                        Describe(partition));
                }
            }
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

    private Place CollectionPlace(CollectionModel collection, ParsedEntity? entity = null)
    {
        AttributeData? annotation = table.FindAll(KnownNames.Collection).FirstOrDefault(annotation => annotation.Text(0) == collection.Name);
        int position = annotation is { ConstructorArguments: [_, { Kind: TypedConstantKind.Array, IsNull: false } types] } && entity is not null
            ? types.Values.Select(type => type.Value).OfType<INamedTypeSymbol>().ToList().FindIndex(type => SymbolEqualityComparer.Default.Equals(type, entity.Symbol))
            : -1;
        return new Place(table, annotation, position < 0 ? -1 : 1 + position);
    }

    private static string Word(StoredType type) => type switch
    {
        StoredType.Number => "a number",
        StoredType.Binary => "binary",
        _ => "a string",
    };
}

/// <summary>An entity's symbol and what was parsed from it.</summary>
internal sealed record ParsedEntity(INamedTypeSymbol Symbol, EntityModel Model);
