using System.Runtime.CompilerServices;
using Keyfold.Engine.Tests.Expiry;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tests.Partitions;

/// <summary>An index that is filled later, by a timer: what the table says and refuses until then.</summary>
public sealed class IndexCreationTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(30);

    private static readonly SecondaryIndex ByMark = new(
        "ByMark", SecondaryIndexKind.Global, new KeySchema(new KeyAttribute("M", AttributeType.String)), Projection.All);

    private readonly TimerClock _clock = new();

    [Fact]
    public async Task A_table_is_updating_until_its_new_index_is_filled()
    {
        EngineUnderTest test = await Filled();
        TableDescription updating = await Change(test, new CreateIndex(ByMark));
        Assert.Equal((TableStatus.Updating, IndexStatus.Creating, true), (updating.Status, updating.Indexes[^1].Status, updating.Indexes[^1].IsBackfilling));
        Assert.Equal(updating, await test.Engine.DescribeTableAsync(EngineUnderTest.Table));

        _clock.Advance(Delay);
        TableDescription active = await test.Engine.DescribeTableAsync(EngineUnderTest.Table);
        Assert.Equal((TableStatus.Active, IndexStatus.Active, false), (active.Status, active.Indexes[^1].Status, active.Indexes[^1].IsBackfilling));
        Assert.Equal(3, active.Indexes[^1].ItemCount);
        Assert.Empty(_clock.Periods);
    }

    [Fact]
    public async Task What_is_written_meanwhile_is_in_the_index()
    {
        EngineUnderTest test = await Filled();
        await Change(test, new CreateIndex(ByMark));
        await test.Put([("PK", "p"), ("SK", 4), ("M", "m")]);
        await test.Put([("PK", "p"), ("SK", 0)]);
        await test.Delete("p", 1);
        _clock.Advance(Delay);
        Assert.Equal([2, 4], (await test.ScanAll(ByMark.Name)).Select(item => EngineUnderTest.Int(item, "SK")).Order());
    }

    [Fact]
    public async Task An_index_that_is_not_filled_cannot_be_read()
    {
        EngineUnderTest test = await Filled();
        await Change(test, new CreateIndex(ByMark));
        StorageException error = await Assert.ThrowsAsync<StorageException>(async () => await test.Engine.QueryAsync(new QueryRequest
        {
            TableName = EngineUnderTest.Table,
            IndexName = ByMark.Name,
            KeyCondition = KeyCondition.Partition("M", "m"),
        }));
        Assert.Equal((StorageErrorCode.ValidationException, "Cannot read from backfilling global secondary index: ByMark"), (error.Code, error.Message));
    }

    [Fact]
    public async Task No_other_change_begins_meanwhile()
    {
        EngineUnderTest test = await Filled();
        await Change(test, new CreateIndex(ByMark));
        const string InUse = $"Attempt to change a resource which is still in use: Table is being updated: {EngineUnderTest.Table}";
        Assert.Equal(InUse, await ErrorOf(async () => await Change(test, new CreateIndex(ByMark with { Name = "Other" }))));
        Assert.Equal(InUse, await ErrorOf(async () => await Change(test, new DeleteIndex("Other"))));
        Assert.Equal(InUse, await ErrorOf(async () => await test.Engine.DeleteTableAsync(EngineUnderTest.Table)));

        _clock.Advance(Delay);
        await Change(test, new DeleteIndex(ByMark.Name));
        await Change(test, new CreateIndex(ByMark));
        _clock.Advance(Delay);
        Assert.Equal(3, (await test.ScanAll(ByMark.Name)).Count);
        await test.Engine.DeleteTableAsync(EngineUnderTest.Table);
    }

    [Fact]
    public async Task An_index_can_be_deleted_before_it_is_filled_and_created_again()
    {
        EngineUnderTest test = await Filled();
        TableDescription before = await test.Engine.DescribeTableAsync(EngineUnderTest.Table);
        await Change(test, new CreateIndex(ByMark));
        Assert.Equal(before, await Change(test, new DeleteIndex(ByMark.Name)));

        // when the first one's time has come the second one is still to be filled
        _clock.Advance(Delay / 2);
        await Change(test, new CreateIndex(ByMark));
        _clock.Advance(Delay / 2);
        TableDescription updating = await test.Engine.DescribeTableAsync(EngineUnderTest.Table);
        Assert.Equal((TableStatus.Updating, IndexStatus.Creating), (updating.Status, updating.Indexes[^1].Status));

        _clock.Advance(Delay / 2);
        TableDescription active = await test.Engine.DescribeTableAsync(EngineUnderTest.Table);
        Assert.Equal((TableStatus.Active, IndexStatus.Active, 3L), (active.Status, active.Indexes[^1].Status, active.Indexes[^1].ItemCount));
        Assert.Empty(_clock.Periods);
    }

    [Fact]
    public async Task An_index_can_be_deleted_while_it_is_filled()
    {
        EngineUnderTest test = await Filled(items: 1_000);
        TableDescription before = await test.Engine.DescribeTableAsync(EngineUnderTest.Table);
        for (int round = 0; round < 20; round++)
        {
            await Change(test, new CreateIndex(ByMark));
            Task filling = Task.Run(() => _clock.Advance(Delay));
            Assert.Equal(before, await Change(test, new DeleteIndex(ByMark.Name)));
            await filling;
            Assert.Equal(before, await test.Engine.DescribeTableAsync(EngineUnderTest.Table));
        }

        await Change(test, new CreateIndex(ByMark));
        _clock.Advance(Delay);
        Assert.Equal(1_000, (await test.ScanAll(ByMark.Name)).Count);
    }

    [Fact]
    public async Task A_pending_index_does_not_keep_the_engine()
    {
        WeakReference engine = await Forgotten();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(engine.IsAlive);
        _clock.Advance(Delay);
    }

    private static async Task<string> ErrorOf(Func<Task> call)
    {
        StorageException error = await Assert.ThrowsAsync<StorageException>(call);
        Assert.Equal(StorageErrorCode.ResourceInUseException, error.Code);
        return error.Message;
    }

    private static async Task<TableDescription> Change(EngineUnderTest test, IndexUpdate update) =>
        await test.Engine.UpdateTableAsync(new UpdateTableRequest(EngineUnderTest.Table) { Indexes = [update] });

    private async Task<EngineUnderTest> Filled(int items = 3)
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions { TimeProvider = _clock, IndexCreationDelay = Delay });
        for (int number = 0; number < items; number++)
        {
            await test.Put([("PK", "p"), ("SK", number), ("M", "m")]);
        }

        return test;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private async Task<WeakReference> Forgotten()
    {
        EngineUnderTest test = await Filled();
        await Change(test, new CreateIndex(ByMark));
        return new WeakReference(test.Engine);
    }
}
