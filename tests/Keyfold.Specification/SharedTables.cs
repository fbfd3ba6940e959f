using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Specification;

/// <summary>The tables that the suites share.</summary>
public static class SharedTables
{
    private static readonly KeyAttribute PK = new("PK", AttributeType.String);

    /// <summary>A string partition key and no sort key.</summary>
    public static TableSchema HashOnly { get; } = new("spec.hash", new KeySchema(PK));

    /// <summary>A string partition key and a string sort key.</summary>
    public static TableSchema Plain { get; } = new("spec.plain", new KeySchema(PK, new KeyAttribute("SK", AttributeType.String)));

    /// <summary>A string partition key and a number sort key.</summary>
    public static TableSchema NumberSort { get; } = new("spec.number-sort", new KeySchema(PK, new KeyAttribute("SK", AttributeType.Number)));

    /// <summary>A string partition key and a binary sort key.</summary>
    public static TableSchema BinarySort { get; } = new("spec.binary-sort", new KeySchema(PK, new KeyAttribute("SK", AttributeType.Binary)));

    /// <summary>A number partition key.</summary>
    public static TableSchema NumberHash { get; } = new("spec.number-hash", new KeySchema(new KeyAttribute("PK", AttributeType.Number)));

    /// <summary>A binary partition key.</summary>
    public static TableSchema BinaryHash { get; } = new("spec.binary-hash", new KeySchema(new KeyAttribute("PK", AttributeType.Binary)));

    /// <summary>
    /// Local indexes by <c>L</c> (a string): ByLocal (all), ByLocalKeys (keys only), ByLocalInclude (<c>Kept</c>). Global indexes by
    /// <c>G</c> (a string) and <c>GS</c> (a number): ByGlobal (all), ByGlobalKeys (keys only), ByGlobalInclude (<c>Kept</c>), and
    /// ByMark, whose key is <c>Mark</c> (a string) alone.
    /// </summary>
    public static TableSchema Indexed { get; } = new("spec.indexed", Plain.Key,
    [
        Local("ByLocal", Projection.All),
        Local("ByLocalKeys", Projection.KeysOnly),
        Local("ByLocalInclude", new Projection(ProjectionType.Include, ["Kept"])),
        Global("ByGlobal", Projection.All),
        Global("ByGlobalKeys", Projection.KeysOnly),
        Global("ByGlobalInclude", new Projection(ProjectionType.Include, ["Kept"])),
        new SecondaryIndex("ByMark", SecondaryIndexKind.Global, new KeySchema(new KeyAttribute("Mark", AttributeType.String)), Projection.All),
    ]);

    /// <summary>
    /// A global index ByPlace with two partition key attributes (Country, City: strings) and three sort key attributes (Year: number, Name: string, Tag:
    /// binary).
    /// </summary>
    public static TableSchema MultiAttribute { get; } = new("spec.multi", Plain.Key,
    [
        new SecondaryIndex(
            "ByPlace",
            SecondaryIndexKind.Global,
            new KeySchema(
                [new KeyAttribute("Country", AttributeType.String), new KeyAttribute("City", AttributeType.String)],
                [new KeyAttribute("Year", AttributeType.Number), new KeyAttribute("Name", AttributeType.String), new KeyAttribute("Tag", AttributeType.Binary)]),
            Projection.All),
    ]);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TableSchema> All { get; } =
        [HashOnly, Plain, NumberSort, BinarySort, NumberHash, BinaryHash, Indexed, MultiAttribute];

    private static SecondaryIndex Local(string name, Projection projection) =>
        new(name, SecondaryIndexKind.Local, new KeySchema(PK, new KeyAttribute("L", AttributeType.String)), projection);

    private static SecondaryIndex Global(string name, Projection projection) =>
        new(name, SecondaryIndexKind.Global, new KeySchema(new KeyAttribute("G", AttributeType.String), new KeyAttribute("GS", AttributeType.Number)), projection);
}
