using System.Globalization;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Tests.Partitions;

/// <summary>
/// Readers and writers at once, while partitions split under them. Each runs a fixed number of steps; what is asserted holds in any order of them.
/// </summary>
public sealed class ConcurrencyTests
{
    private const int Writers = 4;
    private const int Steps = 1_500;

    private static readonly EngineOptions Small = new() { PartitionItemsMax = 20 };

    [Fact]
    public async Task Nothing_is_lost_when_partitions_split_under_writers()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Small);
        await Together(Writers, async writer =>
        {
            for (int step = 0; step < Steps; step++)
            {
                await test.Put(ItemOf(writer, step));
                if (step % 3 == 0)
                {
                    await test.Delete(PartitionOf(writer, step), step);
                }
            }
        });

        HashSet<Item> expected = [];
        for (int writer = 0; writer < Writers; writer++)
        {
            expected.UnionWith(Enumerable.Range(0, Steps).Where(step => step % 3 != 0).Select(step => ItemOf(writer, step)));
        }

        Assert.Equal(expected.Count, (await test.ScanAll()).Count);
        Assert.Equal(expected, [.. await test.ScanAll()]);
        Assert.Equal(expected, [.. await test.ScanAll(EngineUnderTest.Global)]);
        Assert.Equal(expected.Count, (await test.ScanAll(EngineUnderTest.Local)).Count);
        TableDescription table = await test.Engine.DescribeTableAsync(EngineUnderTest.Table);
        Assert.Equal([expected.Count, expected.Count, expected.Count], [table.ItemCount, .. table.Indexes.Select(index => index.ItemCount)]);
    }

    /// <summary>What was there before a scan began and is not touched must be in it once, however often its partition splits meanwhile.</summary>
    [Fact]
    public async Task A_scan_in_pages_meets_every_item_once_while_partitions_split()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Small);
        for (int step = 0; step < 200; step++)
        {
            await test.Put(ItemOf(0, step));
        }

        List<long>[] seen = new List<long>[2];
        await Together(3, async worker =>
        {
            if (worker == 2)
            {
                for (int step = 0; step < Steps; step++)
                {
                    await test.Put(ItemOf(9, step));
                }

                return;
            }

            List<Item> items = [];
            for (int segment = 0; segment < worker + 1; segment++)
            {
                items.AddRange(await test.ScanAll(limit: 3, segment: segment, totalSegments: worker + 1));
            }

            seen[worker] = [.. items.Where(item => EngineUnderTest.Int(item, "Writer") == 0).Select(item => EngineUnderTest.Int(item, "SK")).Order()];
        });

        Assert.Equal(Enumerable.Range(0, 200).Select(step => (long)step), seen[0]);
        Assert.Equal(Enumerable.Range(0, 200).Select(step => (long)step), seen[1]);
    }

    /// <summary>
    /// A transaction writes one number to many accounts in as many partitions. A client that reads one account and then another may never
    /// find the second older than the first, and TransactGetItems always finds them alike.
    /// </summary>
    [Fact]
    public async Task A_transaction_over_partitions_is_seen_whole()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Small);
        string[] accounts = [.. Enumerable.Range(0, 60).Select(number => $"account {number}")];
        await Write(test, accounts, round: 0);
        await Together(3, async worker =>
        {
            for (int round = 1; round <= Steps; round++)
            {
                if (worker == 0)
                {
                    await Write(test, accounts, round);
                    await test.Put(ItemOf(1, round));
                    continue;
                }

                long first = EngineUnderTest.Int((await test.Get(accounts[round % accounts.Length], 0))!, "Round");
                long second = EngineUnderTest.Int((await test.Get(accounts[round * (worker + 7) % accounts.Length], 0))!, "Round");
                Assert.True(second >= first, $"round {first} was seen in one account, then {second} in another");
                TransactGetItemsResponse cut = await test.Engine.TransactGetItemsAsync(new TransactGetItemsRequest
                {
                    Gets = [.. accounts.Select(account => new TransactGet(EngineUnderTest.Table, EngineUnderTest.Key(account, 0)))],
                });
                Assert.Single(cut.Items.Select(item => EngineUnderTest.Int(EngineUnderTest.Decode(item), "Round")).Distinct());
            }
        });
    }

    /// <summary>Many writers to few items: each increment must count.</summary>
    [Fact]
    public async Task Concurrent_updates_of_one_item_all_count()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Small);
        await Together(Writers, async _ =>
        {
            for (int step = 0; step < Steps; step++)
            {
                await test.Engine.UpdateItemAsync(new UpdateItemRequest
                {
                    TableName = EngineUnderTest.Table,
                    Key = EngineUnderTest.Key("counter", step % 2),
                    Update = new([new Keyfold.Expressions.AddAction("N", 1), new Keyfold.Expressions.SetAction("G", new Keyfold.Expressions.UpdateValue("g" + (step % 5)))]),
                });
            }
        });

        Assert.Equal(Writers * Steps / 2, EngineUnderTest.Int((await test.Get("counter", 0))!, "N"));
        Assert.Equal(Writers * Steps / 2, EngineUnderTest.Int((await test.Get("counter", 1))!, "N"));
        Assert.Equal(2, (await test.ScanAll(EngineUnderTest.Global)).Count);
    }

    private static string PartitionOf(int writer, int step) => string.Create(CultureInfo.InvariantCulture, $"{writer}-{step / 7}");

    private static Item ItemOf(int writer, int step) =>
        [("PK", PartitionOf(writer, step)), ("SK", step), ("G", $"g{step % 50}"), ("L", $"l{step}"), ("Writer", writer)];

    private static async Task Write(EngineUnderTest test, string[] accounts, int round) =>
        await test.Engine.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            Actions = [.. accounts.Select(account => EngineUnderTest.TransactPut([("PK", account), ("SK", 0), ("Round", round), ("G", $"g{round % 9}")]))],
        });

    /// <summary>Runs on threads of their own, since the engine completes on its caller's.</summary>
    private static Task Together(int workers, Func<int, Task> work) =>
        Task.WhenAll(Enumerable.Range(0, workers).Select(worker => Task.Run(() => work(worker))));
}
