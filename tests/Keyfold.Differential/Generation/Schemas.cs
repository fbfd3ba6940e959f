using FsCheck;
using FsCheck.Fluent;
using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Differential.Generation;

/// <summary>Tables with keys of every type, local indexes and global ones, of several attributes too. Attributes A to D may be index keys.</summary>
internal static class Schemas
{
    /// <summary>Any table.</summary>
    public static Gen<TableSchema> Any { get; } = With(MultiAttribute);

    /// <summary>Tables whose indexes have one partition key attribute and at most one sort key attribute.</summary>
    public static Gen<TableSchema> Classic { get; } = With(SingleAttribute);

    private static Gen<(int Partition, int Sort)> SingleAttribute => Gen.Choose(0, 1).Select(sort => (1, sort));

    // one partition key attribute and perhaps a sort key attribute is what most indexes have
    private static Gen<(int Partition, int Sort)> MultiAttribute =>
        from partitionCount in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
        from sortCount in Gen.Frequency((3, Gen.Choose(0, 1)), (1, Gen.Constant(2)))
        select (partitionCount, sortCount);

    private static Gen<TableSchema> With(Gen<(int Partition, int Sort)> globalKeys) =>
        from partition in KeyType
        from sort in KeyType
        from hasSort in Gen.Frequency((1, Gen.Constant(false)), (3, Gen.Constant(true)))
        from types in KeyType.ArrayOf(Names.Attributes.Length)
        from localCount in Gen.Choose(0, hasSort ? 2 : 0)
        from globalCount in Gen.Choose(0, 3)
        let attributes = Names.Attributes.Zip(types, (name, type) => new KeyAttribute(name, type)).ToArray()
        let pk = new KeyAttribute("PK", partition)
        let sk = new KeyAttribute("SK", sort)
        from locals in Local(pk, [.. attributes, sk]).ArrayOf(localCount)
        from globals in Global([.. attributes, pk, sk], hasSort, globalKeys).ArrayOf(globalCount)
        select new TableSchema(
            "differential",
            new KeySchema(pk, hasSort ? sk : null),
            Sequence.From(locals.Concat(globals).Select((index, position) => index with { Name = $"Index{position}" })));

    private static Gen<AttributeType> KeyType => Gen.Elements(AttributeType.String, AttributeType.Number, AttributeType.Binary);

    private static Gen<Projection> Projections =>
        from type in Gen.Elements(ProjectionType.All, ProjectionType.KeysOnly, ProjectionType.Include)
        from names in Gen.SubListOf(Names.Attributes)
        select type == ProjectionType.Include && names.Count > 0 ? new Projection(type, [.. names])
            : type == ProjectionType.All ? Projection.All
            : Projection.KeysOnly;

    private static Gen<SecondaryIndex> Local(KeyAttribute partition, KeyAttribute[] sorts) =>
        from sort in Gen.Elements(sorts)
        from projection in Projections
        select new SecondaryIndex("", SecondaryIndexKind.Local, new KeySchema(partition, sort), projection);

    private static Gen<SecondaryIndex> Global(KeyAttribute[] attributes, bool hasSort, Gen<(int Partition, int Sort)> keys) =>
        from order in Gen.Shuffle(attributes.Where(attribute => hasSort || attribute.Name != "SK").ToArray())
        from counts in keys
        from projection in Projections
        select new SecondaryIndex(
            "",
            SecondaryIndexKind.Global,
            new KeySchema([.. order[..counts.Partition]], [.. order[counts.Partition..(counts.Partition + counts.Sort)]]),
            projection);
}
