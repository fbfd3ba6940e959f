using System.Runtime.CompilerServices;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Specification;
using Keyfold.Specification.Streams;
using Keyfold.Streams;

namespace Keyfold.Engine.Tests.Expiry;

/// <summary>Items whose time to live has passed go, and nothing else does.</summary>
public sealed class ExpiryTests
{
    private const string Attribute = "Until";
    private const long FiveYears = ((5 * 365) + 1) * 86_400;

    private static readonly Item Key = [("PK", "p"), ("SK", 1)];

    private readonly ManualClock _clock = new();

    private long Now => _clock.GetUtcNow().ToUnixTimeSeconds();

    public static TheoryData<string, bool> Times { get; } = new()
    {
        { "-1", true },
        { "-0.5", true },
        { "0", false },
        { "1", false },
        { $"{-FiveYears + 1}", true },
        { $"{-FiveYears}", false },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public async Task An_item_expires_when_its_second_has_passed_but_not_five_years_ago(string offset, bool expires)
    {
        EngineUnderTest test = await Create();
        Assert.Equal(NumberError.None, Number.TryParse(offset, out Number difference));
        Assert.Equal(NumberError.None, Number.TryAdd(Now, difference, out Number until));
        await test.Put([("PK", "p"), ("SK", 1), (Attribute, until)]);
        Assert.Equal(expires ? 1 : 0, await test.Engine.ExpireItemsAsync());
        Assert.Equal(expires, await test.Get("p", 1) is null);
    }

    [Fact]
    public async Task What_is_no_number_of_seconds_never_expires()
    {
        EngineUnderTest test = await Create();
        await test.Put(Key);
        await test.Put([("PK", "p"), ("SK", 2), (Attribute, $"{Now - 1}")]);
        await test.Put([("PK", "p"), ("SK", 3), (Attribute, 0)]);
        await test.Put([("PK", "p"), ("SK", 4), (Attribute, -1)]);
        await test.Put([("PK", "p"), ("SK", 5), (Attribute, Now * 1000)]);
        await test.Put([("PK", "p"), ("SK", 6), ("In", AttributeValue.Map([(Attribute, Now - 1)]))]);
        Assert.Equal(0, await test.Engine.ExpireItemsAsync());
        Assert.Equal(6, (await test.ScanAll()).Count);
    }

    [Fact]
    public async Task An_expired_item_can_be_read_and_kept_until_it_is_deleted()
    {
        EngineUnderTest test = await Create();
        await test.Put([("PK", "p"), ("SK", 1), (Attribute, Now + 1)]);
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.NotNull(await test.Get("p", 1));
        await test.Put([("PK", "p"), ("SK", 1), (Attribute, Now + 1)]);
        Assert.Equal(0, await test.Engine.ExpireItemsAsync());
        Assert.NotNull(await test.Get("p", 1));
    }

    [Fact]
    public async Task A_deletion_is_recorded_as_the_service_s_and_leaves_the_indexes()
    {
        EngineUnderTest test = await Create();
        Item item = [("PK", "p"), ("SK", 1), ("G", "g"), ("L", "l"), (Attribute, Now - 1)];
        await test.Put(item);
        await test.Put([("PK", "p"), ("SK", 2), ("G", "g"), ("L", "l")]);
        await test.Engine.ExpireItemsAsync();
        await test.Delete("p", 2);

        Assert.Empty(await test.ScanAll(EngineUnderTest.Global));
        Assert.Empty(await test.ScanAll(EngineUnderTest.Local));
        ChangeReader reader = new(test.Engine);
        IReadOnlyList<StreamRecord> records = await reader.ReadAll(await reader.StreamOf(EngineUnderTest.Table));
        Assert.Equal(new Change(ChangeKind.Remove, Key, item, null), Change.Of(records[2]));
        Assert.Equal([null, null, new UserIdentity("Service", "dynamodb.amazonaws.com"), null], records.Select(record => record.UserIdentity));
    }

    // more than one commit's worth, in many partitions, of which some are not read again until their next item expires
    [Fact]
    public async Task Sweeps_find_everything_when_its_time_comes()
    {
        EngineUnderTest test = await Create(itemsMax: 40);
        for (int i = 0; i < 600; i++)
        {
            await test.Put([("PK", $"p{i}"), ("SK", i), (Attribute, Now + (i % 3))]);
        }

        List<long> counts = [await test.Engine.ExpireItemsAsync()];
        for (int second = 0; second < 4; second++)
        {
            _clock.Advance(TimeSpan.FromSeconds(1));
            counts.Add(await test.Engine.ExpireItemsAsync());
        }

        Assert.Equal([0, 200, 200, 200, 0], counts);
        Assert.Empty(await test.ScanAll());
    }

    [Fact]
    public async Task Another_attribute_is_looked_at_when_it_is_the_one()
    {
        EngineUnderTest test = await Create();
        await test.Put([("PK", "p"), ("SK", 1), ("Other", Now - 1)]);
        Assert.Equal(0, await test.Engine.ExpireItemsAsync());
        await test.Engine.UpdateTimeToLiveAsync(EngineUnderTest.Table, Attribute, enabled: false);
        Assert.Equal(0, await test.Engine.ExpireItemsAsync());
        await test.Engine.UpdateTimeToLiveAsync(EngineUnderTest.Table, "Other", enabled: true);
        Assert.Equal(1, await test.Engine.ExpireItemsAsync());
    }

    [Fact]
    public async Task The_timer_runs_while_items_can_expire()
    {
        TimerClock clock = new();
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions { TimeProvider = clock });
        Assert.Empty(clock.Periods);
        await test.Engine.UpdateTimeToLiveAsync(EngineUnderTest.Table, Attribute, enabled: true);
        Assert.Equal([TimeSpan.FromMinutes(1)], clock.Periods);

        await test.Put([("PK", "p"), ("SK", 1), (Attribute, clock.GetUtcNow().ToUnixTimeSeconds())]);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await test.Get("p", 1));

        await test.Engine.UpdateTimeToLiveAsync(EngineUnderTest.Table, Attribute, enabled: false);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(clock.Periods);
    }

    [Fact]
    public async Task The_timer_does_not_keep_the_engine()
    {
        TimerClock clock = new();
        WeakReference engine = await Forgotten(clock);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.False(engine.IsAlive);
        clock.Advance(TimeSpan.FromMinutes(1));
    }

    // a sweep that reads an item before it is extended, and gets its lock after, must see that
    [Fact]
    public async Task A_sweep_deletes_nothing_that_was_extended_meanwhile()
    {
        EngineUnderTest test = await Create(itemsMax: 10);
        Task writer = Task.Run(async () =>
        {
            for (int step = 0; step < 20_000; step++)
            {
                int i = step % 20;
                await test.Put([("PK", $"p{i}"), ("SK", i), ("Step", step), (Attribute, Now - 1)]);
                await test.Put([("PK", $"p{i}"), ("SK", i), ("Step", step), (Attribute, Now)]);
            }
        });
        long deleted = 0;
        while (!writer.IsCompleted)
        {
            deleted += await test.Engine.ExpireItemsAsync();
        }

        await writer;
        ChangeReader reader = new(test.Engine);
        StreamRecord[] removals = [.. (await reader.ReadAll(await reader.StreamOf(EngineUnderTest.Table))).Where(record => record.Kind == ChangeKind.Remove)];
        Assert.Equal(deleted, removals.Length);
        Assert.All(removals, record => Assert.Equal(Now - 1, EngineUnderTest.Int(EngineUnderTest.Decode(record.OldImage), Attribute)));
        Assert.Equal(20, (await test.ScanAll()).Count);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> Forgotten(TimerClock clock)
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions { TimeProvider = clock });
        await test.Engine.UpdateTimeToLiveAsync(EngineUnderTest.Table, Attribute, enabled: true);
        return new WeakReference(test.Engine);
    }

    private async Task<EngineUnderTest> Create(int itemsMax = 100)
    {
        EngineUnderTest test = await EngineUnderTest.Create(
            new EngineOptions { TimeProvider = _clock, PartitionItemsMax = itemsMax, TimeToLiveInterval = null }, StreamViewType.NewAndOldImages);
        await test.Engine.UpdateTimeToLiveAsync(EngineUnderTest.Table, Attribute, enabled: true);
        return test;
    }
}
