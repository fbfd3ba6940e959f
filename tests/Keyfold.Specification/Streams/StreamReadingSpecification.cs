using Keyfold.Schema;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Specification.Streams;

/// <summary>How streams, shards and records are found and read.</summary>
public abstract class StreamReadingSpecification(BackendFixture fixture) : StreamsSpecification(fixture)
{
    [Fact]
    public async Task A_stream_is_described()
    {
        (TableSchema table, string stream) = await NewStream(StreamViewType.OldImage);
        StreamSummary listed = Assert.Single((await Changes.ListStreamsAsync(new ListStreamsRequest { TableName = table.Name })).Streams);
        StreamDescription description = await Changes.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = stream });
        Assert.Equal(new StreamSummary(stream, table.Name, stream.Split('/')[^1]), listed);
        Assert.Equal(
            (listed, StreamStatus.Enabled, StreamViewType.OldImage, table.Key, null),
            (description.Stream, description.Status, description.ViewType, description.Key, description.LastEvaluatedShardId));
        StreamShard shard = Assert.Single(description.Shards);
        Assert.Equal((null, null), (shard.ParentId, shard.EndingSequenceNumber));
        Assert.InRange(shard.Id.Length, 28, 65);
        Assert.InRange(shard.StartingSequenceNumber.Length, 21, 40);
    }

    [Fact]
    public async Task A_table_without_a_stream_has_none()
    {
        IChangeFeed changes = Changes;
        TableSchema table = await NewTable(SharedTables.Plain);
        await Put(table, [("PK", "a"), ("SK", "1")]);
        Assert.Empty((await changes.ListStreamsAsync(new ListStreamsRequest { TableName = table.Name })).Streams);
    }

    [Fact]
    public async Task Streams_are_listed_in_pages()
    {
        string[] mine = [(await NewStream(test: "Page.1")).Stream, (await NewStream(test: "Page.2")).Stream];
        List<string> paged = [];
        string? start = null;
        do
        {
            ListStreamsResponse page = await Changes.ListStreamsAsync(new ListStreamsRequest { Limit = 1, ExclusiveStartStreamArn = start });
            paged.AddRange(page.Streams.Select(stream => stream.Arn));
            start = page.LastEvaluatedStreamArn;
        }
        while (start is not null);
        Assert.Equal(mine, paged.Where(mine.Contains));
    }

    [Fact]
    public async Task An_iterator_starts_where_it_says()
    {
        (TableSchema table, string stream) = await NewStream();
        string shard = (await Reader.Shards(stream))[0].Id;
        await Write(table, 1, 3);
        IReadOnlyList<StreamRecord> records = await Reader.ReadAll(stream);
        string second = records[1].SequenceNumber;
        string latest = await Reader.Iterator(stream, shard, ShardIteratorType.Latest);
        await Write(table, 4, 4);

        Assert.Equal((int[])[1, 2, 3, 4], await Read(await Reader.Iterator(stream, shard, ShardIteratorType.TrimHorizon)));
        Assert.Equal((int[])[2, 3, 4], await Read(await Reader.Iterator(stream, shard, ShardIteratorType.AtSequenceNumber, second)));
        Assert.Equal((int[])[3, 4], await Read(await Reader.Iterator(stream, shard, ShardIteratorType.AfterSequenceNumber, second)));
        Assert.Equal((int[])[4], await Read(latest));
        Assert.Equal((int[])[], await Read(await Reader.Iterator(stream, shard, ShardIteratorType.Latest)));
    }

    [Fact]
    public async Task Reading_goes_on_where_it_stopped()
    {
        (TableSchema table, string stream) = await NewStream();
        string shard = (await Reader.Shards(stream))[0].Id;
        await Write(table, 1, 3);
        GetRecordsResponse first = await Get(await Reader.Iterator(stream, shard, ShardIteratorType.TrimHorizon), limit: 2);
        GetRecordsResponse second = await Get(first.NextShardIterator!, limit: 2);
        GetRecordsResponse third = await Get(second.NextShardIterator!, limit: 2);
        await Write(table, 4, 4);
        GetRecordsResponse fourth = await Get(third.NextShardIterator!, limit: 2);
        Assert.Equal([2, 1, 0, 1], ((GetRecordsResponse[])[first, second, third, fourth]).Select(page => page.Records.Count));
    }

    [Fact]
    public virtual async Task A_page_ends_at_a_megabyte()
    {
        (TableSchema table, string stream) = await NewStream(StreamViewType.NewImage);
        string shard = (await Reader.Shards(stream))[0].Id;
        for (int i = 0; i < 4; i++)
        {
            await Put(table, [("PK", "a"), ("SK", "1"), ("V", i), ("Text", new string('x', 390_000))]);
        }

        GetRecordsResponse first = await Get(await Reader.Iterator(stream, shard, ShardIteratorType.TrimHorizon));
        GetRecordsResponse second = await Get(first.NextShardIterator!);
        Assert.Equal((2, 2), (first.Records.Count, second.Records.Count));
    }

    [Fact]
    public async Task An_iterator_is_good_for_a_quarter_of_an_hour()
    {
        (_, string stream) = await NewStream();
        string iterator = await Reader.Iterator(stream, (await Reader.Shards(stream))[0].Id, ShardIteratorType.TrimHorizon);
        Fixture.Advance(TimeSpan.FromMinutes(15));
        string next = (await Get(iterator)).NextShardIterator!;
        Fixture.Advance(TimeSpan.FromSeconds(1));
        await Fails(
            StorageErrorCode.ExpiredIteratorException, "has expired", () => Changes.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator }));
        Assert.Empty((await Get(next)).Records);
    }

    [Fact]
    public async Task A_request_that_breaks_a_rule_is_refused()
    {
        (_, string stream) = await NewStream();
        StreamShard shard = (await Reader.Shards(stream))[0];
        string iterator = await Reader.Iterator(stream, shard.Id, ShardIteratorType.TrimHorizon);
        const string TooSmall = "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1";
        await Refuses(TooSmall, () => Changes.ListStreamsAsync(new ListStreamsRequest { Limit = 0 }));
        await Refuses("Limit cannot be greater than the maximum allowed size: 100", () => Changes.ListStreamsAsync(new ListStreamsRequest { Limit = 101 }));
        await Refuses(TooSmall, () => Changes.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = stream, Limit = 0 }));
        await Refuses(
            "Limit cannot be greater than the maximum: 100", () => Changes.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = stream, Limit = 101 }));
        await Refuses(TooSmall, () => Changes.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator, Limit = 0 }));
        await Refuses(
            "Limit should be less than or equal to 1000", () => Changes.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator, Limit = 1001 }));
        await Refuses("Invalid ShardIterator", () => Changes.GetRecordsAsync(new GetRecordsRequest { ShardIterator = "there" }));
        await Refuses("Invalid SequenceNumber", () => Iterator(stream, shard.Id, ShardIteratorType.AtSequenceNumber, null));
        await Refuses(
            "SequenceNumber should not be passed for this iterator type",
            () => Iterator(stream, shard.Id, ShardIteratorType.Latest, shard.StartingSequenceNumber));
    }

    [Fact]
    public async Task What_does_not_exist_is_not_found()
    {
        (_, string stream) = await NewStream();
        string other = $"{stream[..stream.LastIndexOf('/')]}/2020-01-01T00:00:00.000";
        string shard = (await Reader.Shards(stream))[0].Id;
        string otherShard = $"shardId-00000001577836800000-{(shard.EndsWith('0') ? 1 : 0):x8}";
        const StorageErrorCode NotFound = StorageErrorCode.ResourceNotFoundException;
        await Fails(
            NotFound,
            $"Requested resource not found: Stream: {other} not found",
            () => Changes.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = other }));
        await Fails(NotFound, "Shard does not exist", () => Iterator(stream, otherShard, ShardIteratorType.Latest, null));
    }

    [Fact]
    public async Task The_stream_of_a_deleted_table_can_be_read()
    {
        (TableSchema table, string stream) = await NewStream();
        await Write(table, 1, 2);
        await Fixture.Administration.DeleteTableAsync(table.Name);
        Assert.Equal(2, (await Reader.ReadAll(stream)).Count);
        Assert.Equal(StreamStatus.Disabled, (await Changes.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = stream })).Status);
    }

    [Fact]
    public async Task A_stream_ends_and_another_one_begins()
    {
        (TableSchema table, string first) = await NewStream(StreamViewType.NewImage);
        string shard = (await Reader.Shards(first))[0].Id;
        await Write(table, 1, 2);
        string iterator = await Reader.Iterator(first, shard, ShardIteratorType.TrimHorizon);
        await Fixture.Administration.UpdateTableAsync(new UpdateTableRequest(table.Name) { Stream = new StreamUpdate(null) });
        await Write(table, 3, 3);
        await Fixture.Administration.UpdateTableAsync(new UpdateTableRequest(table.Name) { Stream = new StreamUpdate(StreamViewType.KeysOnly) });
        await Write(table, 4, 4);

        string second = await Reader.StreamOf(table.Name);
        TableDescription description = await Fixture.Administration.DescribeTableAsync(table.Name);
        Assert.Equal((second, StreamViewType.KeysOnly), (description.LatestStreamArn, description.Schema.Stream));
        Assert.Equal(2, (await Changes.ListStreamsAsync(new ListStreamsRequest { TableName = table.Name })).Streams.Count);
        GetRecordsResponse records = await Get(iterator);
        Assert.Equal((2, null), (records.Records.Count, records.NextShardIterator));
        StreamDescription ended = await Changes.DescribeStreamAsync(new DescribeStreamRequest { StreamArn = first });
        Assert.Equal((StreamStatus.Disabled, records.Records[1].SequenceNumber), (ended.Status, Assert.Single(ended.Shards).EndingSequenceNumber));
        Assert.Equal([new Change(ChangeKind.Modify, [("PK", "a"), ("SK", "1")], null, null)], await ChangesOf(second));
    }

    /// <summary>Writes one item again and again, which stays in one shard.</summary>
    private async Task Write(TableSchema table, int first, int last)
    {
        for (int i = first; i <= last; i++)
        {
            await Put(table, [("PK", "a"), ("SK", "1"), ("V", i)]);
        }
    }

    private async Task<int[]> Read(string iterator) =>
        [.. (await Get(iterator)).Records.Select(record => int.Parse(Change.Of(record).New!["V"].AsNumber().ToString(), System.Globalization.CultureInfo.InvariantCulture))];

    private async Task<GetRecordsResponse> Get(string iterator, int? limit = null) =>
        await Changes.GetRecordsAsync(new GetRecordsRequest { ShardIterator = iterator, Limit = limit });

    private ValueTask<string> Iterator(string stream, string shard, ShardIteratorType type, string? sequenceNumber) =>
        Changes.GetShardIteratorAsync(new GetShardIteratorRequest { StreamArn = stream, ShardId = shard, Type = type, SequenceNumber = sequenceNumber });
}
