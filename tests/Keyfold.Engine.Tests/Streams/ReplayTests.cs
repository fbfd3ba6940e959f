using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Specification.Streams;
using Keyfold.Storage;
using Keyfold.Streams;

namespace Keyfold.Engine.Tests.Streams;

/// <summary>
/// A stream says all that happened to a table, and nothing else: played over nothing it gives the table, whatever wrote it and however often partitions split.
/// </summary>
public sealed class ReplayTests
{
    private const int Writers = 4;
    private const int Steps = 400;

    // (what to do, which item, what to write): few items, so that each is written often, over many partitions
    private static readonly Gen<(int Verb, int Item, int Value)> Step =
        from verb in Gen.Choose(0, 5)
        from item in Gen.Choose(0, 60)
        from value in Gen.Choose(0, 2)
        select (verb, item, value);

    [Fact]
    public void New_images_over_nothing_give_the_table() => Prop.ForAll(
        Step.ArrayOf(Writers * Steps).ToArbitrary(),
        steps => GivesTheTable(steps).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(12));

    /// <summary>An application that follows the stream while it is written, parents before their children, gets each record once and in order.</summary>
    [Fact]
    public async Task A_follower_gets_the_table_too()
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions { PartitionItemsMax = 4 }, StreamViewType.NewImage);
        Task writers = WriteAll(test, Step.ArrayOf(Writers * Steps).Sample(1, new Rnd(20_121_101, 1), size: 1).Single());
        StreamFollower follower = new(test.Engine, await new ChangeReader(test.Engine).StreamOf(EngineUnderTest.Table));
        List<StreamRecord> records = [];
        bool isOver;
        do
        {
            // what was written before a round began is read in it
            isOver = writers.IsCompleted;
            records.AddRange(await follower.Next());
        }
        while (!isOver);
        await writers;
        Assert.Equal((await test.ScanAll()).ToHashSet(), [.. Replay(records).Values]);
    }

    private static async Task GivesTheTable((int Verb, int Item, int Value)[] steps)
    {
        EngineUnderTest test = await EngineUnderTest.Create(new EngineOptions { PartitionItemsMax = 4 }, StreamViewType.NewImage);
        await WriteAll(test, steps);
        ChangeReader reader = new(test.Engine);
        string stream = await reader.StreamOf(EngineUnderTest.Table);
        IReadOnlyList<StreamRecord> records = await reader.ReadAll(stream, limit: 7);
        Assert.Equal((await test.ScanAll()).ToHashSet(), [.. Replay(records).Values]);
        Assert.Equal(records.Count, records.Select(record => record.EventId).Distinct().Count());
        Assert.True((await reader.Shards(stream, limit: 3)).Count > 3, "Partitions were to split.");
    }

    private static Task WriteAll(EngineUnderTest test, (int Verb, int Item, int Value)[] steps) =>
        Task.WhenAll(steps.Chunk(Steps).Select(share => Task.Run(async () =>
        {
            foreach ((int verb, int item, int value) in share)
            {
                await Write(test, verb, item, value);
            }
        })));

    /// <summary>Plays records, and checks of each that it fits what came before.</summary>
    private static Dictionary<Item, Item> Replay(IEnumerable<StreamRecord> records)
    {
        Dictionary<Item, Item> items = [];
        foreach (StreamRecord record in records)
        {
            Item key = EngineUnderTest.Decode(record.Keys);
            Assert.Equal(record.Kind != ChangeKind.Insert, items.ContainsKey(key));
            Item? before = items.GetValueOrDefault(key);
            if (record.Kind == ChangeKind.Remove)
            {
                items.Remove(key);
                continue;
            }

            items[key] = EngineUnderTest.Decode(record.NewImage);
            Assert.NotEqual(before, items[key]);
        }

        return items;
    }

    private static async Task Write(EngineUnderTest test, int verb, int item, int value)
    {
        switch (verb)
        {
            case 0 or 1:
                await test.Put(ItemOf(item, value));
                break;
            case 2:
                await test.Delete(PartitionOf(item), item);
                break;
            case 3:
                await test.Engine.UpdateItemAsync(new UpdateItemRequest
                {
                    TableName = EngineUnderTest.Table,
                    Key = EngineUnderTest.Key(PartitionOf(item), item),
                    Update = new UpdateExpression([new SetAction("V", new UpdateValue(value))]),
                });
                break;
            case 4:
                await test.Engine.BatchWriteItemAsync(new BatchWriteItemRequest
                {
                    Tables =
                    [
                        new BatchWriteTable(EngineUnderTest.Table,
                        [
                            BatchWrite.Put(EngineUnderTest.Encode(ItemOf(item, value))),
                            BatchWrite.Delete(EngineUnderTest.Key(PartitionOf(item + 1), item + 1)),
                        ]),
                    ],
                });
                break;
            default:
                await test.Engine.TransactWriteItemsAsync(new TransactWriteItemsRequest
                {
                    Actions = [EngineUnderTest.TransactPut(ItemOf(item, value)), EngineUnderTest.TransactPut(ItemOf(item + 20, value))],
                });
                break;
        }
    }

    private static string PartitionOf(int item) => string.Create(CultureInfo.InvariantCulture, $"p{item % 30}");

    private static Item ItemOf(int item, int value) => [("PK", PartitionOf(item)), ("SK", item), ("V", value)];
}
