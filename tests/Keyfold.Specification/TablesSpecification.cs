using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Specification;

/// <summary>Tables: what CreateTable takes and refuses, and what is told of them.</summary>
public abstract class TablesSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    private static readonly KeyAttribute A = new("A", AttributeType.String);
    private static readonly KeyAttribute B = new("B", AttributeType.Number);
    private static readonly KeyAttribute C = new("C", AttributeType.Binary);
    private static readonly TableSchema Valid = new("spec.valid", new KeySchema(A, B));

    /// <summary>Schemas that are refused, and the telling words.</summary>
    public static TheoryData<string, TableSchema> Refused { get; } = new()
    {
        { "TableName must be at least 3 characters long and at most 255 characters long", Valid with { Name = "ab" } },
        { "TableName must be at least 3 characters long and at most 255 characters long", Valid with { Name = new string('a', 256) } },
        { "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+", Valid with { Name = "spec/table" } },
        { "Both the Hash Key and the Range Key element in the KeySchema have the same name", Valid with { Key = new KeySchema(A, A) } },
        { "Member must satisfy enum value set: [B, N, S]", Valid with { Key = new KeySchema(new KeyAttribute("A", AttributeType.Boolean)) } },
        { "Duplicate", Valid with { Indexes = [Global("ByA", new KeyAttribute("A", AttributeType.Number))] } },
        { "Member must have length less than or equal to 255", Valid with { Key = new KeySchema(new KeyAttribute(new string('a', 256), AttributeType.String)) } },
        { "Duplicate index name: ByC", Valid with { Indexes = [Global("ByC", C), Global("ByC", B)] } },
        { "Duplicate index name: ByC", Valid with { Indexes = [Global("ByC", C), Local("ByC", C)] } },
        { "Member must have length greater than or equal to 3", Valid with { Indexes = [Global("By", C)] } },
        { "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex", Valid with { Key = new KeySchema(A), Indexes = [Local("ByC", C)] } },
        { "Index KeySchema does not have a range key for index: ByC", Valid with { Indexes = [Local("ByC", C) with { Key = new KeySchema(A) }] } },
        { "Index KeySchema does not have the same leading hash key as table KeySchema for index: ByC. index hash key: B, table hash key: A", Valid with { Indexes = [Local("ByC", C) with { Key = new KeySchema(B, C) }] } },
        { "Number of LocalSecondaryIndexes exceeds per-table limit of 5", Valid with { Indexes = Sequence.From(Enumerable.Range(0, 6).Select(n => Local($"ByC{n}", C))) } },
        { "GlobalSecondaryIndex count exceeds the per-table limit of 20", Valid with { Indexes = Sequence.From(Enumerable.Range(0, 21).Select(n => Global($"ByC{n}", C))) } },
        { "ProjectionType is ALL, but NonKeyAttributes is specified", Valid with { Indexes = [Global("ByC", C) with { Projection = new Projection(ProjectionType.All, ["X"]) }] } },
        { "ProjectionType is KEYS_ONLY, but NonKeyAttributes is specified", Valid with { Indexes = [Local("ByC", C) with { Projection = new Projection(ProjectionType.KeysOnly, ["X"]) }] } },
        { "ProjectionType is INCLUDE, but NonKeyAttributes is not specified", Valid with { Indexes = [Global("ByC", C) with { Projection = new Projection(ProjectionType.Include) }] } },
        { "Duplicate", Valid with { Indexes = [Global("ByC", C) with { Projection = new Projection(ProjectionType.Include, ["X", "X"]) }] } },
        { "Member must have value greater than or equal to 1", Valid with { Throughput = new ProvisionedThroughput(0, 1) } },
        { "ProvisionedThroughput must be specified for index: ByC", Valid with { Throughput = new ProvisionedThroughput(1, 1), Indexes = [Global("ByC", C)] } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public virtual async Task A_schema_is_refused(string words, TableSchema schema)
    {
        schema = schema.Name == Valid.Name ? schema with { Name = "spec.refused" } : schema;
        await Refuses(words, () => Fixture.Administration.CreateTableAsync(schema));
        Assert.DoesNotContain(schema.Name, await Fixture.Administration.ListTablesAsync());
    }

    /// <summary>Key schemas that no text can say to a service, since they have too many attributes of a kind.</summary>
    [Fact]
    public virtual async Task A_table_has_one_partition_key_attribute()
    {
        await Refuses(
            "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type",
            () => Fixture.Administration.CreateTableAsync(Valid with { Key = new KeySchema([A, B], []) }));
        await Refuses(
            "Invalid KeySchema: The first KeySchemaElement is not a HASH key type",
            () => Fixture.Administration.CreateTableAsync(Valid with { Key = new KeySchema([], [A]) }));
        await Refuses(
            "Member must have length less than or equal to 2",
            () => Fixture.Administration.CreateTableAsync(Valid with { Key = new KeySchema([A], [B, C]) }));
    }

    [Fact]
    public virtual async Task A_global_index_has_four_attributes_of_each_kind_at_most()
    {
        KeyAttribute[] attributes = [.. Enumerable.Range(0, 10).Select(n => new KeyAttribute($"X{n}", AttributeType.String))];
        SecondaryIndex index = Global("ByX", A);

        // keys of several attributes are younger than the lists of DynamoDB's messages, so that only the code is specified
        await Refuses(
            "",
            () => Fixture.Administration.CreateTableAsync(
                Valid with { Indexes = [index with { Key = new KeySchema([.. attributes[..5]], [.. attributes[5..9]]) }] }));
        TableSchema largest = Valid with { Name = "spec.largest", Indexes = [index with { Key = new KeySchema([.. attributes[..4]], [.. attributes[4..8]]) }] };
        Assert.Equal(largest, (await Fixture.Administration.CreateTableAsync(largest)).Schema);
    }

    [Fact]
    public async Task A_table_is_described()
    {
        TableSchema schema = Valid with
        {
            Name = "spec.described",
            Indexes = [Local("ByLocal", C), Global("ByGlobal", C) with { Projection = new Projection(ProjectionType.Include, ["X", "Y"]) }],
        };
        TableDescription created = await Fixture.Administration.CreateTableAsync(schema);
        Assert.Equal((schema, TableStatus.Active), (created.Schema, created.Status));
        TableDescription described = await Fixture.Administration.DescribeTableAsync(schema.Name);
        Assert.Equal(created, described);
        Assert.Equal((0, 0), (described.ItemCount, described.SizeBytes));
        Assert.Equal([new IndexDescription("ByLocal", 0, 0), new IndexDescription("ByGlobal", 0, 0)], described.Indexes);
    }

    [Fact]
    public virtual async Task A_description_counts_items_and_bytes()
    {
        TableSchema schema = Valid with { Name = "spec.counted", Indexes = [Global("ByC", C) with { Projection = Projection.KeysOnly }] };
        await Fixture.Administration.CreateTableAsync(schema);
        await Put(schema, [("A", "a"), ("B", 1), ("C", AttributeValue.Binary(new byte[2])), ("Text", "xyz")], [("A", "a"), ("B", 2)]);
        TableDescription described = await Fixture.Administration.DescribeTableAsync(schema.Name);
        Assert.Equal((2, 15 + 5), (described.ItemCount, described.SizeBytes));
        Assert.Equal([new IndexDescription("ByC", 1, 8)], described.Indexes);
    }

    [Fact]
    public async Task A_name_can_be_used_once()
    {
        TableSchema schema = Valid with { Name = "spec.once" };
        await Fixture.Administration.CreateTableAsync(schema);
        await Fails(StorageErrorCode.ResourceInUseException, "Table already exists: spec.once", () => Fixture.Administration.CreateTableAsync(schema));
    }

    [Fact]
    public async Task A_deleted_table_is_gone_with_its_items()
    {
        TableSchema schema = Valid with { Name = "spec.deleted" };
        await Fixture.Administration.CreateTableAsync(schema);
        await Put(schema, [("A", "a"), ("B", 1)]);
        Assert.Equal(schema.Name, (await Fixture.Administration.DeleteTableAsync(schema.Name)).Schema.Name);
        await Fails(
            StorageErrorCode.ResourceNotFoundException,
            "Requested resource not found: Table: spec.deleted not found",
            () => Fixture.Administration.DescribeTableAsync(schema.Name));
        await Fixture.Administration.CreateTableAsync(schema);
        Assert.Null(await Get(schema, Key.Of("a", 1)));
    }

    [Fact]
    public async Task Tables_are_listed_in_the_order_of_their_names()
    {
        foreach (string name in new[] { "spec.list.b", "spec.list.Z", "spec.list.a" })
        {
            await Fixture.Administration.CreateTableAsync(Valid with { Name = name });
        }

        IReadOnlyList<string> names = await Fixture.Administration.ListTablesAsync();
        Assert.Equal(["spec.list.Z", "spec.list.a", "spec.list.b"], names.Where(name => name.StartsWith("spec.list.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_unknown_table_cannot_be_described_or_deleted()
    {
        const string Words = "Requested resource not found: Table: spec.unknown not found";
        await Fails(StorageErrorCode.ResourceNotFoundException, Words, () => Fixture.Administration.DescribeTableAsync("spec.unknown"));
        await Fails(StorageErrorCode.ResourceNotFoundException, Words, () => Fixture.Administration.DeleteTableAsync("spec.unknown"));
    }

    private static SecondaryIndex Global(string name, KeyAttribute partition) =>
        new(name, SecondaryIndexKind.Global, new KeySchema(partition), Projection.All);

    private static SecondaryIndex Local(string name, KeyAttribute sort) =>
        new(name, SecondaryIndexKind.Local, new KeySchema(A, sort), Projection.All);
}
