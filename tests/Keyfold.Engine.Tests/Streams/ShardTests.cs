using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Specification;
using Keyfold.Specification.Streams;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Engine.Tests.Streams;

/// <summary>Shards follow partitions, and go when everything in them is too old.</summary>
public sealed class ShardTests
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task A_split_closes_a_shard_and_opens_two_children()
    {
        EngineUnderTest test = await Create(itemsMax: 2);
        ChangeReader reader = new(test.Engine);
        string stream = await reader.StreamOf(EngineUnderTest.Table);
        StreamShard root = Assert.Single(await reader.Shards(stream));
        await Put(test, 3);

        IReadOnlyList<StreamShard> shards = await reader.Shards(stream);
        IReadOnlyList<StreamRecord> records = await reader.ReadAll(stream);
        Assert.Equal([root.Id, shards[1].Id, shards[2].Id], shards.Select(shard => shard.Id));
        Assert.Equal([null, root.Id, root.Id], shards.Select(shard => shard.ParentId));
        Assert.Equal([records[2].SequenceNumber, null, null], shards.Select(shard => shard.EndingSequenceNumber));
        Assert.All(shards.Skip(1), shard => Assert.True(string.CompareOrdinal(shard.StartingSequenceNumber, records[2].SequenceNumber) > 0));
        Assert.Equal(
            shards.Skip(1),
            (await test.Engine.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = stream, ParentShardId = root.Id })).Shards);
    }

    [Fact]
    public async Task A_closed_shard_ends_and_an_open_one_goes_on()
    {
        EngineUnderTest test = await Create(itemsMax: 2);
        ChangeReader reader = new(test.Engine);
        string stream = await reader.StreamOf(EngineUnderTest.Table);
        await Put(test, 3);
        IReadOnlyList<StreamShard> shards = await reader.Shards(stream);

        GetRecordsResponse first = await Read(test, await reader.Iterator(stream, shards[0].Id, ShardIteratorType.TrimHorizon), limit: 2);
        GetRecordsResponse last = await Read(test, first.NextShardIterator!);
        Assert.Equal((2, 1, null), (first.Records.Count, last.Records.Count, last.NextShardIterator));
        GetRecordsResponse open = await Read(test, await reader.Iterator(stream, shards[1].Id, ShardIteratorType.TrimHorizon));
        Assert.Empty(open.Records);
        Assert.NotNull(open.NextShardIterator);
    }

    [Fact]
    public async Task Records_go_after_a_day_and_their_closed_shard_with_them()
    {
        EngineUnderTest test = await Create(itemsMax: 2);
        ChangeReader reader = new(test.Engine);
        string stream = await reader.StreamOf(EngineUnderTest.Table);
        await Put(test, 2);
        _clock.Advance(TimeSpan.FromHours(12));
        await test.Put([("PK", "p2"), ("SK", 0)]);
        string closed = (await reader.Shards(stream))[0].Id;
        IReadOnlyList<StreamRecord> records = await reader.ReadAll(stream);

        _clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal([records[2].SequenceNumber], (await reader.ReadAll(stream)).Select(record => record.SequenceNumber));
        StorageException trimmed = await Assert.ThrowsAsync<StorageException>(
            () => reader.Iterator(stream, closed, ShardIteratorType.AtSequenceNumber, records[1].SequenceNumber));
        Assert.Equal(StorageErrorCode.TrimmedDataAccessException, trimmed.Code);

        _clock.Advance(TimeSpan.FromHours(12));
        Assert.Equal([closed, closed], (await reader.Shards(stream)).Select(shard => shard.ParentId));
        StorageException gone = await Assert.ThrowsAsync<StorageException>(() => reader.Iterator(stream, closed, ShardIteratorType.TrimHorizon));
        Assert.Equal(("Shard does not exist", StorageErrorCode.ResourceNotFoundException), (gone.Message, gone.Code));
    }

    [Fact]
    public async Task An_iterator_over_records_that_go_meanwhile_fails()
    {
        EngineUnderTest test = await Create();
        ChangeReader reader = new(test.Engine);
        string stream = await reader.StreamOf(EngineUnderTest.Table);
        await Put(test, 2);
        _clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMinutes(5));
        string iterator = await reader.Iterator(stream, (await reader.Shards(stream))[0].Id, ShardIteratorType.TrimHorizon);
        Assert.Equal(2, (await Read(test, iterator)).Records.Count);
        _clock.Advance(TimeSpan.FromMinutes(10));
        StorageException error = await Assert.ThrowsAsync<StorageException>(() => Read(test, iterator));
        Assert.Equal(StorageErrorCode.TrimmedDataAccessException, error.Code);
    }

    [Fact]
    public async Task The_stream_of_a_deleted_table_can_be_read_for_a_day()
    {
        EngineUnderTest test = await Create();
        ChangeReader reader = new(test.Engine);
        string stream = await reader.StreamOf(EngineUnderTest.Table);
        await Put(test, 2);
        await test.Engine.DeleteTableAsync(EngineUnderTest.Table);

        StreamDescription description = await test.Engine.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = stream });
        Assert.Equal(StreamStatus.Disabled, description.Status);
        Assert.Equal(2, (await reader.ReadAll(stream)).Count);
        Assert.NotNull(Assert.Single(description.Shards).EndingSequenceNumber);

        _clock.Advance(TimeSpan.FromHours(24));
        Assert.Empty((await test.Engine.ListStreamsAsync(default)).Streams);
        await Assert.ThrowsAsync<StorageException>(() => reader.Shards(stream));
    }

    [Fact]
    public async Task A_table_made_again_at_once_has_a_stream_of_another_label()
    {
        EngineUnderTest test = await Create();
        ChangeReader reader = new(test.Engine);
        string first = await reader.StreamOf(EngineUnderTest.Table);
        await Put(test, 1);
        await test.Engine.DeleteTableAsync(EngineUnderTest.Table);
        await test.Engine.CreateTableAsync(
            new TableSchema(EngineUnderTest.Table, new KeySchema(new KeyAttribute("PK", AttributeType.String))) { Stream = StreamViewType.KeysOnly });
        string second = await reader.StreamOf(EngineUnderTest.Table);
        ListStreamsResponse list = await test.Engine.ListStreamsAsync(new ListStreamsRequest { TableName = EngineUnderTest.Table });
        Assert.Equal(["2026-01-01T00:00:00.000", "2026-01-01T00:00:00.001"], list.Streams.Select(stream => stream.Label));
        Assert.Equal([first, second], list.Streams.Select(stream => stream.Arn));
        Assert.Single(await reader.ReadAll(first));
        Assert.Empty(await reader.ReadAll(second));
    }

    [Fact]
    public async Task The_oldest_records_go_when_all_together_are_too_large()
    {
        EngineUnderTest test = await EngineUnderTest.Create(
            new EngineOptions { TimeProvider = _clock, StreamBytesMax = 100_000, PartitionItemsMax = 100 }, StreamViewType.NewImage);
        await Put(test, 5_000);
        ChangeReader reader = new(test.Engine);
        IReadOnlyList<StreamRecord> records = await reader.ReadAll(await reader.StreamOf(EngineUnderTest.Table));
        Assert.InRange(records.Sum(record => record.NewImage.Length + 48), 50_000, 100_000);
    }

    private static async Task Put(EngineUnderTest test, int count)
    {
        for (int i = 0; i < count; i++)
        {
            await test.Put([("PK", $"p{i}"), ("SK", i)]);
        }
    }

    private static async Task<GetRecordsResponse> Read(EngineUnderTest test, string iterator, int? limit = null) =>
        await test.Engine.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator, Limit = limit });

    private Task<EngineUnderTest> Create(int itemsMax = 100) =>
        EngineUnderTest.Create(new EngineOptions { TimeProvider = _clock, PartitionItemsMax = itemsMax }, StreamViewType.NewImage);
}
