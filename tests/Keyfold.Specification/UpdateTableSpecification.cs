using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Specification;

/// <summary>UpdateTable: indexes that come and go, and what else it changes and refuses.</summary>
public abstract class UpdateTableSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    // no table takes as many looks to become what it was asked to be
    private const int LooksMax = 1_000_000;

    private static readonly KeyAttribute A = new("A", AttributeType.String);
    private static readonly KeyAttribute B = new("B", AttributeType.Number);
    private static readonly TableSchema Provisioned = new("spec.update", new KeySchema(A, B)) { Throughput = new ProvisionedThroughput(5, 5) };
    private static readonly TableSchema OnDemand = new(
        "spec.update", new KeySchema(A, B), [new("Local", SecondaryIndexKind.Local, new KeySchema(A, new("L", AttributeType.String)), Projection.All)]);

    /// <summary>Changes that are refused, and the telling words.</summary>
    public static TheoryData<string, UpdateTableRequest> Refused { get; } = new()
    {
        { "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required", Change() },
        { "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST", Change() with { Throughput = new(1, 1) } },
        { "ProvisionedThroughput must be specified when BillingMode is PROVISIONED", Change() with { BillingMode = BillingMode.Provisioned } },
        { "Server-Side Encryption modification must be the only operation in the request", Change() with { Encryption = new(new TableEncryption()), IsDeletionProtected = true } },
        { "DeletionProtection modification must be the only operation in the request", Change() with { IsDeletionProtected = true, Stream = new(StreamViewType.KeysOnly) } },
        { "You cannot create or delete index while changing stream status", Change() with { Stream = new(StreamViewType.KeysOnly), Indexes = [new CreateIndex(Global("ByC"))] } },
        { "Table has no stream to disable: TableName: ", Change() with { Stream = new StreamUpdate(null) } },
        { "Table is already encrypted by default", Change() with { Encryption = new EncryptionUpdate(null) } },
        { "Only one global secondary index update per index is allowed simultaneously. Index: ByC", Change() with { Indexes = [new CreateIndex(Global("ByC")), new DeleteIndex("ByC")] } },
        { "Attempting to create an index which already exists", Change() with { Indexes = [new CreateIndex(Global("Local"))] } },
        { "Cannot delete an index that is not a GlobalSecondaryIndex: Local", Change() with { Indexes = [new DeleteIndex("Local")] } },
        {
            "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
            + "Existing schema: Schema:[SchemaElement: key{B:N:RANGE}] New schema: Schema:[SchemaElement: key{B:S:HASH}]",
            Change() with { Indexes = [new CreateIndex(Global("ByB") with { Key = new KeySchema(B with { Type = AttributeType.String }) })] }
        },
        { "ProjectionType is ALL, but NonKeyAttributes is specified", Change() with { Indexes = [new CreateIndex(Global("ByC") with { Projection = new Projection(ProjectionType.All, ["X"]) })] } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public virtual async Task A_change_is_refused(string words, UpdateTableRequest change)
    {
        TableSchema table = await NewTable(OnDemand);
        await Refuses(words, () => Update(table, change));
        Assert.Equal(table, (await Fixture.Administration.DescribeTableAsync(table.Name)).Schema);
        await Fixture.Administration.DeleteTableAsync(table.Name);
    }

    [Fact]
    public async Task A_new_index_has_the_items_that_were_there_and_those_that_come()
    {
        TableSchema table = await NewTable(OnDemand);
        Item[] items = [.. Enumerable.Range(0, 40).Select(n => Entry(n).With("C", $"c{n % 4}"))];
        await Put(table, items);
        await Put(table, Entry(100));
        TableDescription described = await Update(table, Change() with { Indexes = [new CreateIndex(Global("ByC"))] });
        Assert.Equal(table with { Indexes = [.. table.Indexes, Global("ByC")] }, described.Schema);
        Assert.Equal((TableStatus.Active, IndexStatus.Active), (described.Status, described.Indexes[^1].Status));
        await Put(table, Entry(50).With("C", "c1"), items[5].With("C", "c0"));
        await Backend.DeleteItemAsync(new DeleteItemRequest { TableName = table.Name, Key = Key.Of("a", 9) });

        Assert.Equal([1, 13, 17, 21, 25, 29, 33, 37, 50], await NumbersOf(table, "c1"));
        Assert.Equal([0, 4, 5, 8, 12, 16, 20, 24, 28, 32, 36], await NumbersOf(table, "c0"));
        Assert.Equal(41 - 1, (await Scan(new ScanRequest { TableName = table.Name, IndexName = "ByC" })).Count);
    }

    [Fact]
    public virtual async Task An_item_that_cannot_be_in_a_new_index_is_left_out()
    {
        TableSchema table = await NewTable(OnDemand);
        await Put(table, Entry(1).With("C", 1), Entry(2).With("C", "c"), Entry(3).With("C", ""), Entry(4).With("C", new string('c', 2049)));
        await Update(table, Change() with { Indexes = [new CreateIndex(Global("ByC"))] });
        Assert.Equal([2], await NumbersOf(table, "c"));
        Assert.Single(await Scan(new ScanRequest { TableName = table.Name, IndexName = "ByC" }));

        // they can be replaced and removed like any other item
        await Put(table, Entry(1).With("C", "c"));
        await Backend.DeleteItemAsync(new DeleteItemRequest { TableName = table.Name, Key = Key.Of("a", 4) });
        Assert.Equal([1, 2], await NumbersOf(table, "c"));
        await Refuses(
            "Type mismatch for Index Key C Expected: S Actual: N IndexName: ByC",
            () => Backend.PutItemAsync(new PutItemRequest { TableName = table.Name, Item = Encode(Entry(5).With("C", 1)) }));
    }

    [Fact]
    public async Task A_deleted_index_cannot_be_read_and_its_name_is_free()
    {
        TableSchema table = await NewTable(OnDemand with { Indexes = [.. OnDemand.Indexes, Global("ByC")] });
        await Put(table, Entry(1).With("C", "c"));
        Assert.Equal(OnDemand.Indexes, (await Update(table, Change() with { Indexes = [new DeleteIndex("ByC")] })).Schema.Indexes);
        await Refuses(
            "The table does not have the specified index: ByC", () => Backend.ScanAsync(new ScanRequest { TableName = table.Name, IndexName = "ByC" }));

        // nobody's key any more, C may be of any type
        await Put(table, Entry(1).With("C", 1), Entry(2).With("C", 2));
        SecondaryIndex other = Global("ByC") with { Key = new KeySchema(new KeyAttribute("C", AttributeType.Number)) };
        await Update(table, Change() with { Indexes = [new CreateIndex(other)] });
        Assert.Equal(2, (await Scan(new ScanRequest { TableName = table.Name, IndexName = "ByC" })).Count);
    }

    [Fact]
    public async Task One_index_is_created_or_deleted_at_a_time()
    {
        TableSchema table = await NewTable(OnDemand);
        await Fails(
            StorageErrorCode.LimitExceededException,
            "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table",
            () => Update(table, Change() with { Indexes = [new CreateIndex(Global("ByC")), new CreateIndex(Global("ByD"))] }));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_changed()
    {
        TableSchema table = await NewTable(OnDemand);
        await Fails(
            StorageErrorCode.ResourceNotFoundException, "Requested resource not found", () =>
                Update(table, Change() with { Indexes = [new DeleteIndex("ByC")] }));
        await Fails(
            StorageErrorCode.ResourceNotFoundException,
            "Requested resource not found: Table: spec.update.none not found",
            () => Fixture.Administration.UpdateTableAsync(new UpdateTableRequest("spec.update.none") { BillingMode = BillingMode.OnDemand }));
    }

    [Fact]
    public async Task The_capacity_of_table_and_index_changes()
    {
        TableSchema table = await NewTable(Provisioned with { Indexes = [Global("ByC") with { Throughput = new(1, 1) }] });
        Assert.Equal(new ProvisionedThroughput(7, 3), (await Update(table, Change() with { Throughput = new(7, 3) })).Schema.Throughput);
        Assert.Equal(new ProvisionedThroughput(2, 2), (await Update(table, Change() with { Indexes = [new UpdateIndex("ByC") { Throughput = new(2, 2) }] })).Schema.Indexes[0].Throughput);
        await Refuses(
            "The requested value equals the current value",
            () => Update(table, Change() with { Throughput = new(7, 3) }));
    }

    [Fact]
    public virtual async Task An_on_demand_table_has_no_capacity()
    {
        TableSchema table = await NewTable(Provisioned with { Indexes = [Global("ByC") with { Throughput = new(1, 1) }] });
        TableSchema onDemand = (await Update(table, Change() with { BillingMode = BillingMode.OnDemand })).Schema;
        Assert.Equal((null, null), (onDemand.Throughput, onDemand.Indexes[0].Throughput));
    }

    [Fact]
    public virtual async Task A_provisioned_table_needs_capacity_for_every_index()
    {
        TableSchema table = await NewTable(OnDemand with { Indexes = [Global("ByC"), Global("ByD")] });
        UpdateTableRequest change = Change() with { BillingMode = BillingMode.Provisioned, Throughput = new(1, 1) };
        await Refuses("ProvisionedThroughput must be specified for index: ByC,ByD", () => Update(table, change));
        TableSchema provisioned = (await Update(table, change with
        {
            Indexes = [new UpdateIndex("ByC") { Throughput = new(1, 2) }, new UpdateIndex("ByD") { Throughput = new(3, 4) }],
        })).Schema;
        Assert.Equal((new(1, 1), new(1, 2), new(3, 4)), (provisioned.Throughput, provisioned.Indexes[0].Throughput, provisioned.Indexes[1].Throughput));
    }

    [Fact]
    public async Task A_stream_comes_and_goes()
    {
        TableSchema table = await NewTable(OnDemand);
        TableDescription enabled = await Update(table, Change() with { Stream = new(StreamViewType.NewImage) });
        Assert.Equal(StreamViewType.NewImage, enabled.Schema.Stream);
        Assert.Equal($"{enabled.Arn}/stream/{enabled.LatestStreamLabel}", enabled.LatestStreamArn);
        await Refuses("Table already has an enabled stream", () => Update(table, Change() with { Stream = new(StreamViewType.KeysOnly) }));
        TableDescription disabled = await Update(table, Change() with { Stream = new(null) });
        Assert.Equal((null, enabled.LatestStreamLabel), (disabled.Schema.Stream, disabled.LatestStreamLabel));
    }

    [Fact]
    public virtual async Task A_protected_table_cannot_be_deleted()
    {
        TableSchema table = await NewTable(OnDemand with { IsDeletionProtected = true });
        await Refuses(
            "Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first.",
            () => Fixture.Administration.DeleteTableAsync(table.Name));
        Assert.False((await Update(table, Change() with { IsDeletionProtected = false })).Schema.IsDeletionProtected);
        Assert.Equal(table.Name, (await Fixture.Administration.DeleteTableAsync(table.Name)).Schema.Name);
    }

    private static UpdateTableRequest Change() => new("");

    private static SecondaryIndex Global(string name) =>
        new(name, SecondaryIndexKind.Global, new KeySchema(new KeyAttribute(name[^1..], AttributeType.String), B), Projection.All);

    private static Item Entry(int number) => [("A", "a"), ("B", number)];

    private async ValueTask<TableDescription> Update(TableSchema table, UpdateTableRequest change)
    {
        TableDescription description = await Fixture.Administration.UpdateTableAsync(change with { TableName = table.Name });
        for (int look = 0; description.Status != TableStatus.Active || description.Indexes.Any(index => index.Status != IndexStatus.Active); look++)
        {
            Assert.True(look < LooksMax, $"{table.Name} is {description.Status}.");
            await Task.Yield();
            description = await Fixture.Administration.DescribeTableAsync(table.Name);
        }

        return description;
    }

    private async Task<IEnumerable<Number>> NumbersOf(TableSchema table, string c)
    {
        QueryRequest request = new() { TableName = table.Name, IndexName = "ByC", KeyCondition = Expressions.KeyCondition.Partition("C", c) };
        return (await Query(request)).Select(item => item["B"].AsNumber());
    }
}
