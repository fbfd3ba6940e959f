using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>What must hold between the entities of one table.</summary>
internal sealed class TableRules(INamedTypeSymbol table, TableModel model, Findings findings)
{
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

        rules.CheckTimesToLive(ordered);
        rules.CheckProjections(ordered);
        new TableMemberRules(table, model, findings).Check(ordered);
        new CollectionRules(table, findings).Check(model.Collections, ordered);
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
                    Diagnostics.KeyTypesDiffer, new Place(second.Symbol), second.Symbol.Name, Word(right.Type), left.Name, table.Name,
                    first.Symbol.Name, Word(left.Type));
                return;
            }
        }

        bool collide = one.Partition.Zip(other.Partition, KeyOverlap.CanBeEqual).All(can => can)
            && one.Sort.Zip(other.Sort, KeyOverlap.CanBeEqual).All(can => can);
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

    /// <summary>A projection is by the names of attributes, of which the compiler knows nothing: a typing error would leave a property empty.</summary>
    private void CheckProjections(IReadOnlyList<ParsedEntity> entities)
    {
        foreach (IndexModel index in model.Indexes.Where(index => index.Projection == ProjectionKind.Include))
        {
            List<EntityModel> indexed = [.. entities.Select(entity => entity.Model).Where(entity => entity.Keys.Any(key => key.Index == index.Name))];
            if (indexed.Count == 0 || indexed.Exists(entity => entity.IsBroken))
            {
                continue;
            }

            var stored = new HashSet<string>(indexed.SelectMany(AttributesOf), StringComparer.Ordinal);
            AttributeData? annotation = table.GetAttributes()
                .FirstOrDefault(candidate => candidate.Text(0) == index.Name && candidate.Texts("NonKeyAttributes") is not null);
            foreach (string unknown in index.NonKeyAttributes.Where(name => !stored.Contains(name)))
            {
                findings.Add(Diagnostics.ProjectedUnknown, new Place(table, annotation, Name: "NonKeyAttributes"), index.Name, unknown);
            }
        }
    }

    private static IEnumerable<string> AttributesOf(EntityModel entity) => entity.Document.Properties.Select(property => property.Attribute)
        .Concat(entity.Keys.SelectMany(key => key.Partition.Concat(key.Sort)).Select(attribute => attribute.Name))
        .Concat(entity.TypeAttribute is { } typeAttribute ? [typeAttribute] : Array.Empty<string>());

    private static AttributeData? TimeToLiveOf(INamedTypeSymbol? type)
    {
        AttributeData? annotation = null;
        for (; type is not null && annotation is null; type = type.BaseType)
        {
            annotation = type.GetMembers().OfType<IPropertySymbol>().Select(property => property.Find(KnownNames.TimeToLive))
                .FirstOrDefault(found => found is not null);
        }

        return annotation;
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
