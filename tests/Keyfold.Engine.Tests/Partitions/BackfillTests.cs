using System.Globalization;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tests.Partitions;

/// <summary>Indexes that are made and deleted while their table is written. What is asserted holds in any order of steps.</summary>
public sealed class BackfillTests
{
    private const int Writers = 4;
    private const int Items = 600;
    private const int Indexes = 18;
    private const int Marks = 10_000;
    private const int StepsBetween = 300;
    private const int Rounds = 20;

    private static readonly EngineOptions Small = new() { PartitionItemsMax = 20 };

    private static readonly SecondaryIndex ByMark = new(
        "ByMark", SecondaryIndexKind.Global, new KeySchema(new KeyAttribute("M", AttributeType.Number)), new Projection(ProjectionType.Include, ["Step"]));

    /// <summary>
    /// Writers put, move, take out of the index and delete the same items, also in transactions, while indexes are made. When the writers are
    /// done, each has exactly the entries of the items. Marks are many, so that an entry that is left behind is not put right by chance.
    /// </summary>
    [Fact]
    public async Task An_index_made_under_writers_has_the_entries_of_all_items()
    {
        EngineUnderTest test = await Filled();
        Progress progress = new();
        Task writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(test, new Random(writer), progress))));
        for (int number = 0; number < Indexes; number++)
        {
            await Create(test, ByMark with { Name = $"Index{number}" });
            await progress.Steps(StepsBetween, writers);
        }

        progress.End();
        await writers;
        HashSet<Item> expected = [.. (await test.ScanAll()).Where(item => item.Contains("M")).Select(Entry)];
        Assert.NotEmpty(expected);
        for (int number = 0; number < Indexes; number++)
        {
            List<Item> entries = await test.ScanAll($"Index{number}");
            Assert.Equal(expected, [.. entries]);
            Assert.Equal(expected.Count, entries.Count);
        }
    }

    [Fact]
    public async Task An_index_is_deleted_and_made_again_under_writers()
    {
        EngineUnderTest test = await Filled();
        Progress progress = new();
        Task writers = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => Write(test, new Random(writer), progress))));
        await Create(test, ByMark);
        for (int round = 0; round < Rounds; round++)
        {
            await test.Engine.UpdateTableAsync(new UpdateTableRequest(EngineUnderTest.Table) { Indexes = [new DeleteIndex(ByMark.Name)] });
            await Create(test, ByMark);
            await progress.Steps(StepsBetween, writers);
        }

        progress.End();
        await writers;
        Assert.Equal((await test.ScanAll()).Where(item => item.Contains("M")).Select(Entry).ToHashSet(), [.. await test.ScanAll(ByMark.Name)]);
    }

    [Fact]
    public async Task An_index_that_is_being_made_keeps_other_changes_out()
    {
        EngineUnderTest test = await Filled();
        // the calls meet in any order: each index is made once, and who comes while another one is made is told so
        bool[] made = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => Task.Run(async () =>
        {
            try
            {
                await Create(test, ByMark with { Name = $"Index{number}" });
                return true;
            }
            catch (StorageException error)
            {
                Assert.Equal(
                    (StorageErrorCode.ResourceInUseException, $"Attempt to change a resource which is still in use: Table is being updated: {EngineUnderTest.Table}"),
                    (error.Code, error.Message));
                return false;
            }
        })));
        TableDescription table = await test.Engine.DescribeTableAsync(EngineUnderTest.Table);
        Assert.Equal(
            Enumerable.Range(0, 8).Where(number => made[number]).Select(number => new IndexDescription($"Index{number}", Items, table.Indexes[^1].SizeBytes)).ToHashSet(),
            [.. table.Indexes.Skip(2)]);
        Assert.Contains(true, made);
    }

    private static async Task Create(EngineUnderTest test, SecondaryIndex index) =>
        await test.Engine.UpdateTableAsync(new UpdateTableRequest(EngineUnderTest.Table) { Indexes = [new CreateIndex(index)] });

    private static async Task<EngineUnderTest> Filled()
    {
        EngineUnderTest test = await EngineUnderTest.Create(Small);
        for (int number = 0; number < Items; number++)
        {
            await test.Put(ItemOf(number, step: 0, mark: number));
        }

        return test;
    }

    private static async Task Write(EngineUnderTest test, Random random, Progress progress)
    {
        for (int step = 0; progress.TryStep(); step++)
        {
            int number = random.Next(Items);
            switch (random.Next(4))
            {
                case 0:
                    await test.Delete(PartitionOf(number), number);
                    break;
                case 1:
                    await test.Put(ItemOf(number, step, mark: null));
                    break;
                case 2:
                    await test.Put(ItemOf(number, step, random.Next(Marks)));
                    break;
                default:
                    await Transact(test, [ItemOf(number, step, random.Next(Marks)), ItemOf((number + 7) % Items, step, random.Next(Marks))]);
                    break;
            }
        }
    }

    private static async Task Transact(EngineUnderTest test, Item[] items) => await test.Engine.TransactWriteItemsAsync(
        new TransactWriteItemsRequest { Actions = [.. items.Select(EngineUnderTest.TransactPut)] });

    private static string PartitionOf(int number) => string.Create(CultureInfo.InvariantCulture, $"p{number / 3}");

    private static Item ItemOf(int number, int step, int? mark)
    {
        Item item = [("PK", PartitionOf(number)), ("SK", number), ("Step", step), ("Other", "x")];
        return mark is { } value ? item.With("M", value) : item;
    }

    private static Item Entry(Item item) => item.Without("Other");

    /// <summary>Counts the writers' steps, so that indexes are made while they are at it, however the machine shares its time out.</summary>
    private sealed class Progress
    {
        private long _steps;
        private volatile bool _isOver;

        public bool TryStep()
        {
            Interlocked.Increment(ref _steps);
            return !_isOver;
        }

        public void End() => _isOver = true;

        /// <summary>Waits until the writers have taken some more steps, or have failed.</summary>
        public async Task Steps(int count, Task writers)
        {
            long last = Interlocked.Read(ref _steps) + count;
            while (Interlocked.Read(ref _steps) < last && !writers.IsCompleted)
            {
                await Task.Yield();
            }
        }
    }
}
