using FsCheck;
using FsCheck.Fluent;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

/// <summary>
/// One client writes while everything goes wrong at random. Whatever it is told must be true of what is stored: done exactly once, not done, or "may or may
/// not have been".
/// </summary>
public sealed class RandomFaultsTests
{
    private const string Counter = "counter";

    private static readonly Fault[] All =
    [
        Fault.Throttle(),
        Fault.Conflict(),
        Faults.Fail,
        Faults.Lose,
        Fault.LoseResponse(Faults.ServiceError),
        Fault.Refuse(Faults.NeverConnected),
        Fault.Refuse(Faults.Disconnected),
        Fault.Delay(TimeSpan.FromDays(1)),
        Fault.DelayResponse(TimeSpan.FromDays(1)),
        Fault.Delay(TimeSpan.FromSeconds(1)),
        Fault.LeaveUnprocessed(2),
        Fault.LeaveUnprocessed(25),
    ];

    private static readonly Gen<Case> Cases =
        from seed in Gen.Choose(0, int.MaxValue)
        from percent in Gen.Choose(0, 90)
        from attempts in Gen.Choose(1, 6)
        from kinds in Gen.Elements(Enum.GetValues<Kind>()).ListOf(12)
        select new Case(seed, percent, attempts, [.. kinds]);

    private enum Kind
    {
        Count,
        CountInTransaction,
        Put,
        Create,
        Batch,
    }

    [Fact]
    public void What_the_caller_is_told_is_true() => Prop.ForAll(Cases.ToArbitrary(), one => Check(one).GetAwaiter().GetResult())
        .Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20101201, 1));

    private static async Task Check(Case one)
    {
        Simulation simulation = new(
            FaultScript.AtRandom(one.Seed, one.Percent / 100.0, All),
            options => options with { Retry = new RetryOptions { AttemptsMax = one.AttemptsMax } });
        Counted counted = new();
        for (int number = 0; number < one.Kinds.Count; number++)
        {
            await Step(simulation, one.Kinds[number], $"item{number}", counted);

            // an open breaker would refuse all that follows
            simulation.Clock.Advance(TimeSpan.FromSeconds(10));
        }

        long value = simulation.Stored(Counter) is { } item ? Int(item) : 0;
        Assert.InRange(value, counted.Done, counted.Done + counted.Unknown);
    }

    private static async Task Step(Simulation simulation, Kind kind, string name, Counted counted)
    {
        UpdateExpression addOne = new([new AddAction("N", 1)]);
        switch (kind)
        {
            case Kind.Count:
                counted.Add(await Told(() => simulation.Run(
                    backend =>
                        backend.UpdateItemAsync(new UpdateItemRequest { TableName = Simulation.Table, Key = Simulation.Key(Counter), Update = addOne }))));
                break;
            case Kind.CountInTransaction:
                counted.Add(await Told(() => simulation.Run(backend => backend.TransactWriteItemsAsync(new TransactWriteItemsRequest
                {
                    Actions = [new TransactUpdate(Simulation.Table, Simulation.Key(Counter), addOne)],
                }))));
                break;
            case Kind.Put:
                Agree(await Told(() => simulation.Run(backend => backend.PutItemAsync(Simulation.Put(name, 1)))), simulation.Stored(name));
                break;
            case Kind.Create:
                PutItemRequest create = Simulation.Put(name, 1) with { Condition = new AttributeNotExists("PK") };
                Agree(await Told(() => simulation.Run(backend => backend.PutItemAsync(create))), simulation.Stored(name));
                break;
            default:
                await Batch(simulation, name);
                break;
        }
    }

    private static async Task Batch(Simulation simulation, string name)
    {
        string[] names = [.. Enumerable.Range(0, 6).Select(n => $"{name}.{n}")];
        BatchWriteItemRequest request = new()
        {
            Tables = [new BatchWriteTable(Simulation.Table, [.. names.Select(item => BatchWrite.Put(Simulation.Put(item, 1).Item))])],
        };
        IReadOnlyList<BatchWriteTable> left = [];
        Answer answer = Answer.Undone;
        try
        {
            left = (await simulation.Run(backend => backend.BatchWriteItemAsync(request))).UnprocessedItems;
        }
        catch (AmbiguousWriteException error)
        {
            left = error.Unprocessed;
            answer = Answer.Unknown;
        }
        catch (Exception error) when (Failure.IsOfBackend(error))
        {
            left = request.Tables;
        }

        HashSet<string> open = [.. left.SelectMany(table => table.Writes).Select(write => Simulation.Decode(write.Item)!["PK"].AsString())];
        foreach (string item in names)
        {
            Agree(open.Contains(item) ? answer : Answer.Done, simulation.Stored(item));
        }
    }

    private static void Agree(Answer answer, Item? stored)
    {
        if (answer != Answer.Unknown)
        {
            Assert.Equal(answer == Answer.Done, stored is not null);
        }
    }

    private static async Task<Answer> Told<T>(Func<Task<T>> call)
    {
        try
        {
            await call();
            return Answer.Done;
        }
        catch (AmbiguousWriteException)
        {
            return Answer.Unknown;
        }
        catch (Exception error) when (Failure.IsOfBackend(error))
        {
            return Answer.Undone;
        }
    }

    private static long Int(Item item) => item["N"].AsNumber().TryGetInt64(out long value) ? value : throw new InvalidDataException();

    private enum Answer
    {
        Done,
        Undone,
        Unknown,
    }

    private sealed record Case(int Seed, int Percent, int AttemptsMax, IReadOnlyList<Kind> Kinds)
    {
        public override string ToString() => $"{Seed} {Percent} % {AttemptsMax}: {string.Join(' ', Kinds)}";
    }

    private sealed class Counted
    {
        public int Done { get; private set; }

        public int Unknown { get; private set; }

        public void Add(Answer answer)
        {
            Done += answer == Answer.Done ? 1 : 0;
            Unknown += answer == Answer.Unknown ? 1 : 0;
        }
    }
}
