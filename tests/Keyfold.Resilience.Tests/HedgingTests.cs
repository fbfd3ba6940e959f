using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

public sealed class HedgingTests
{
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(100);
    private static readonly Fault Slow = Fault.Delay(TimeSpan.FromSeconds(4));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_slow_read_is_overtaken(bool consistent)
    {
        Simulation simulation = await Make(Slow);
        Task<GetItemResponse> call = simulation.Backend.GetItemAsync(Simulation.Get("a", consistent)).AsTask();
        simulation.Clock.Advance(Delay);

        // the clock stands from here: neither the first request nor its timeout ends the call
        GetItemResponse response = await call;
        Assert.Equal([("PK", "a"), ("N", 1)], Simulation.Decode(response.Item)!);
        Assert.Equal([new HedgeArguments("GetItem", Delay)], simulation.Hedges);
        Assert.Equal(2, simulation.Faulty.Requests);
        Assert.Empty(simulation.Retries);
    }

    [Fact]
    public async Task The_first_may_win_all_the_same()
    {
        Simulation simulation = await Make(Fault.Delay(TimeSpan.FromMilliseconds(300)), Slow);
        GetItemResponse response = await simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
        Assert.False(response.Item.IsEmpty);
        Assert.Single(simulation.Hedges);
    }

    [Fact]
    public async Task A_quick_answer_needs_no_hedge()
    {
        Simulation simulation = await Make(Fault.Delay(TimeSpan.FromMilliseconds(50)));
        await simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
        Assert.Empty(simulation.Hedges);
    }

    [Fact]
    public async Task A_failure_is_retried_and_not_hedged()
    {
        Simulation simulation = await Make(Faults.Fail);
        await simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
        Assert.Empty(simulation.Hedges);
        Assert.Single(simulation.Retries);
    }

    [Fact]
    public async Task A_hedge_that_fails_leaves_the_first_its_chance()
    {
        Simulation simulation = await Make(Fault.Delay(TimeSpan.FromMilliseconds(300)), Faults.Fail);
        GetItemResponse response = await simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
        Assert.False(response.Item.IsEmpty);
        Assert.Empty(simulation.Retries);
    }

    [Fact]
    public async Task Writes_and_transactions_are_never_hedged()
    {
        Simulation simulation = await Make(Slow, Slow, Slow);
        await simulation.Run(backend => backend.PutItemAsync(Simulation.Put("b", 1)));
        await simulation.Run(
            backend => backend.TransactGetItemsAsync(new TransactGetItemsRequest { Gets = [new TransactGet(Simulation.Table, Simulation.Key("b"))] }));
        await simulation.Run(backend => backend.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            Tables = [new BatchWriteTable(Simulation.Table, [BatchWrite.Delete(Simulation.Key("b"))])],
        }));
        Assert.Empty(simulation.Hedges);
    }

    [Fact]
    public async Task Hedges_cost_of_the_retry_budget()
    {
        Simulation simulation = await Make(options => options with { Retry = new RetryOptions { Budget = 1, BudgetRefill = 0 } }, Slow, null, Slow, null);
        await simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
        await simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
        Assert.Single(simulation.Hedges);
    }

    private static Task<Simulation> Make(params Fault?[] faults) => Make(options => options, faults);

    private static async Task<Simulation> Make(Func<ResilienceOptions, ResilienceOptions> configure, params Fault?[] faults)
    {
        Simulation simulation = new(FaultScript.InOrder(faults), options => configure(options with { Hedging = new HedgingOptions { Delay = Delay } }));
        await simulation.Engine.PutItemAsync(Simulation.Put("a", 1));
        return simulation;
    }
}
