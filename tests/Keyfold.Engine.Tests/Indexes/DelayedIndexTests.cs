using Keyfold.Items;

namespace Keyfold.Engine.Tests.Indexes;

/// <summary>A global index that follows its table late: it shows what was, then, without any thread's help, what is.</summary>
public sealed class DelayedIndexTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(5);

    private readonly Clock _clock = new();

    [Fact]
    public async Task A_write_is_in_the_table_and_its_local_index_at_once_and_in_the_global_index_when_it_is_due()
    {
        EngineUnderTest items = await Create();
        await items.Put([("PK", "a"), ("SK", 1), ("G", "red"), ("L", "x")]);
        Assert.Equal((1, 1, 0), await Counts(items));

        _clock.Now += Delay - TimeSpan.FromTicks(1);
        Assert.Equal((1, 1, 0), await Counts(items));

        _clock.Now += TimeSpan.FromTicks(1);
        Assert.Equal((1, 1, 1), await Counts(items));
    }

    [Fact]
    public async Task Each_write_of_an_item_is_seen_in_its_turn()
    {
        EngineUnderTest items = await Create();
        string?[] groups = ["red", "blue", null, "red", "red"];
        List<string> seen = [];
        for (int second = 0; second <= groups.Length + Delay.Seconds; second++)
        {
            if (second < groups.Length)
            {
                Item item = [("PK", "a"), ("SK", 1), ("N", second)];
                await items.Put(groups[second] is { } group ? item.With("G", group) : item);
            }
            else if (second == groups.Length)
            {
                await items.Delete("a", 1);
            }

            Item? entry = (await items.ScanAll(EngineUnderTest.Global)).SingleOrDefault();
            seen.Add(entry is null ? "none" : $"{entry["G"].AsString()} {EngineUnderTest.Int(entry, "N")}");
            _clock.Now += TimeSpan.FromSeconds(1);
        }

        Assert.Equal(["none", "none", "none", "none", "none", "red 0", "blue 1", "none", "red 3", "red 4", "none"], seen);
    }

    [Fact]
    public async Task What_was_written_through_many_partitions_is_all_there_in_the_end()
    {
        EngineUnderTest items = await Create(partitionItemsMax: 4);
        for (int i = 0; i < 200; i++)
        {
            await items.Put([("PK", $"p{i % 50}"), ("SK", i / 50), ("G", $"g{i % 7}")]);
            await items.Put([("PK", $"p{i % 50}"), ("SK", i / 50), ("G", $"g{i % 5}")]);
            _clock.Now += TimeSpan.FromSeconds(i % 3);
        }

        _clock.Now += Delay;
        List<Item> inTable = await items.ScanAll();
        List<Item> inIndex = await items.ScanAll(EngineUnderTest.Global);
        Assert.Equal(200, inIndex.Count);
        Assert.Equal(Described(inTable), Described(inIndex));
    }

    private static IEnumerable<string> Described(List<Item> items) => items.Select(item => item.ToString()).Order(StringComparer.Ordinal);

    private static async Task<(int Table, int Local, int Global)> Counts(EngineUnderTest items) =>
        ((await items.ScanAll()).Count, (await items.ScanAll(EngineUnderTest.Local)).Count, (await items.ScanAll(EngineUnderTest.Global)).Count);

    private Task<EngineUnderTest> Create(int partitionItemsMax = 4096) => EngineUnderTest.Create(
        new EngineOptions { TimeProvider = _clock, GlobalIndexDelay = Delay, PartitionItemsMax = partitionItemsMax });

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2010, 12, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
