using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// Parses an entity: the one place that knows what its annotations mean, for the generator and for the analyzers alike.
/// </summary>
/// <remarks>
/// <para>
/// How an analyzer uses it. For a type with <c>[Entity]</c>, <c>[Document]</c> or <c>[Table]</c> make a new <see cref="Findings"/>, call
/// <see cref="Parse"/>, <see cref="DocumentParser.Parse"/> or <see cref="TableParser.Parse"/> on its symbol, and report
/// <see cref="Finding.ToDiagnostic"/> of each in <see cref="Findings.All"/>. Each mistake is found by exactly one of the three, so that nothing is
/// reported twice: an entity's parser reads its table but keeps what it finds there to itself.
/// </para>
/// <para>
/// What needs several entities (equal names, colliding keys, item collections) is found by <see cref="TableRules.Check"/> from the models that the
/// parsers gave; annotations on types that are none of the three are <see cref="OrphanRules"/>'.
/// </para>
/// <para>
/// A finding's place holds symbols and attributes, and turns into a location only when it is reported. The generator drops findings, so that no location
/// enters a cached value.
/// </para>
/// </remarks>
internal static class EntityParser
{
    /// <summary>The class that a type with <c>[Entity]</c> names as its table; null without one, or if there is no such class.</summary>
    public static INamedTypeSymbol? TableOf(INamedTypeSymbol type) =>
        type.Find(KnownNames.Entity)?.AttributeClass?.TypeArguments is [INamedTypeSymbol { TypeKind: not TypeKind.Error } table] ? table : null;

    /// <summary>Parses a type with <c>[Entity]</c>; null if its table is unknown, so that there is no place to generate into.</summary>
    public static EntityModel? Parse(INamedTypeSymbol type, Findings findings, CancellationToken cancellationToken)
    {
        if (type.Find(KnownNames.Entity) is not { } annotation || TableOf(type) is not { } tableType)
        {
            return null;
        }

        if (TableParser.Parse(tableType, new Findings(), cancellationToken) is not { } table)
        {
            findings.Add(Diagnostics.TableMissing, new Place(type, annotation), type.Name, tableType.Name);
            return null;
        }

        if (!SymbolEqualityComparer.Default.Equals(tableType.ContainingAssembly, type.ContainingAssembly))
        {
            findings.Add(Diagnostics.TableElsewhere, new Place(type, annotation), type.Name, tableType.Name);
            return null;
        }

        if (type.Find(KnownNames.Table) is { } ownTable)
        {
            findings.Add(Diagnostics.UnsuitableType, new Place(type, ownTable), type.Name, "a table");
            return null;
        }

        IReadOnlyList<StoredProperty> properties = PropertyParser.ParseAll(type, findings);
        DocumentModel document = DocumentParser.ParseBody(type, properties, findings, cancellationToken);
        var keys = new KeyParser(type, table, properties, findings);
        KeyModel? primary = keys.ParsePrimary();
        IReadOnlyList<KeyModel> secondary = keys.ParseSecondary(primary);
        string name = annotation.Text(0) ?? "";
        string set = annotation.Text("Set") ?? Names.Plural(type.Name);
        string? typeAttribute = table.TypeAttribute ?? (primary is { Partition: [{ IsPlain: true }] } ? null : KnownNames.DefaultTypeAttribute);
        CheckNames(type, annotation, name, set, findings);
        List<string> generated = [.. GeneratedNames.OfEntity(type.Name, set, secondary.Prepend(primary).OfType<KeyModel>())];
        GeneratedNames.Check(type, generated, new Place(type), findings);
        GeneratedNames.CheckProperties(type, properties, generated, findings);
        IEnumerable<string> parts = primary is null ? [] : primary.Attributes.SelectMany(attribute => attribute.Parts).Select(part => part.Property);
        GeneratedNames.CheckMembers(
            type.Name + "Key", type, properties.Where(property => parts.Contains(property.Symbol.Name)), GeneratedNames.KeyMembers, findings);
        EntityRules.CheckAttributeNames(type, properties, typeAttribute, primary, secondary, findings);
        HashSet<KeyModel> unnamed = [.. EntityRules.FindUnnamed(type, properties, primary, secondary, findings)];
        return new EntityModel(
            document with { IsBroken = findings.HasErrors },
            name,
            set,
            Names.FullName(tableType),
            typeAttribute,
            primary is not null && unnamed.Contains(primary) ? primary with { Method = null } : primary,
            secondary.Where(key => !unnamed.Contains(key)).ToEquatableArray(),
            findings.HasErrors);
    }

    private static void CheckNames(INamedTypeSymbol type, AttributeData annotation, string name, string set, Findings findings)
    {
        if (name.Length == 0)
        {
            findings.Add(Diagnostics.InvalidName, new Place(type, annotation, 0), name, "an entity", "at least one character");
        }

        if (!Names.IsIdentifier(set))
        {
            findings.Add(Diagnostics.NotAnIdentifier, new Place(type, annotation, Name: "Set"), set, "an entity set");
        }
    }
}
