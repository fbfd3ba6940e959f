using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

public sealed class FaultInjectionTests
{
    [Fact]
    public async Task A_refused_request_does_nothing_and_a_lost_response_does_all()
    {
        Simulation simulation = new(FaultScript.InOrder(Faults.Fail, Faults.Lose));
        Assert.Same(Faults.ServiceError, await Record.ExceptionAsync(async () => await simulation.Faulty.PutItemAsync(Simulation.Put("a", 1))));
        Assert.Null(simulation.Stored("a"));
        Assert.Same(Faults.Disconnected, await Record.ExceptionAsync(async () => await simulation.Faulty.PutItemAsync(Simulation.Put("a", 1))));
        Assert.NotNull(simulation.Stored("a"));
        Assert.Equal(2, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task A_request_is_late_before_or_after()
    {
        Simulation simulation = new(FaultScript.InOrder(Fault.Delay(TimeSpan.FromSeconds(1)), Fault.DelayResponse(TimeSpan.FromSeconds(1))));
        ValueTask<PutItemResponse> before = simulation.Faulty.PutItemAsync(Simulation.Put("before", 1));
        Assert.Null(simulation.Stored("before"));
        simulation.Clock.Advance(TimeSpan.FromSeconds(1));
        await before;
        Assert.NotNull(simulation.Stored("before"));

        ValueTask<PutItemResponse> after = simulation.Faulty.PutItemAsync(Simulation.Put("after", 1));
        Assert.NotNull(simulation.Stored("after"));
        Assert.False(after.IsCompleted);
        simulation.Clock.Advance(TimeSpan.FromSeconds(1));
        await after;
    }

    [Fact]
    public async Task The_last_of_a_batch_is_left_unprocessed()
    {
        Simulation simulation = new(FaultScript.InOrder(Fault.LeaveUnprocessed(1), null, Fault.LeaveUnprocessed(1)));
        BatchWriteItemResponse written = await simulation.Faulty.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            Tables = [new BatchWriteTable(Simulation.Table, [BatchWrite.Put(Simulation.Put("a", 1).Item), BatchWrite.Put(Simulation.Put("b", 1).Item)])],
        });
        BatchWrite left = Assert.Single(Assert.Single(written.UnprocessedItems).Writes);
        Assert.Equal(Simulation.Put("b", 1).Item.ToArray(), left.Item.ToArray());
        await simulation.Faulty.PutItemAsync(Simulation.Put("b", 1));

        BatchGetItemResponse read = await simulation.Faulty.BatchGetItemAsync(new BatchGetItemRequest
        {
            Tables = [new BatchGetTable(Simulation.Table, [Simulation.Key("a"), Simulation.Key("b")])],
        });
        Assert.Single(Assert.Single(read.Tables).Items);
        Assert.Equal([Simulation.Key("b")], Assert.Single(read.UnprocessedKeys).Keys);
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_faults()
    {
        Assert.Equal(await Failures(1), await Failures(1));
        Assert.NotEqual(await Failures(1), await Failures(2));

        static async Task<List<bool>> Failures(int seed)
        {
            Simulation simulation = new(FaultScript.AtRandom(seed, 0.5, Fault.Throttle()));
            List<bool> failures = [];
            for (int call = 0; call < 40; call++)
            {
                failures.Add(await Record.ExceptionAsync(async () => await simulation.Faulty.GetItemAsync(Simulation.Get("a"))) is not null);
            }

            return failures;
        }
    }

    [Fact]
    public void A_script_is_checked()
    {
        Assert.Throws<ArgumentException>(() => FaultScript.AtRandom(1, 0.5));
        Assert.Throws<ArgumentOutOfRangeException>(() => FaultScript.AtRandom(1, 1.5, Fault.Throttle()));
    }
}
