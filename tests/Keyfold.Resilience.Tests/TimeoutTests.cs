using Keyfold.Expressions;
using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

public sealed class TimeoutTests
{
    private static readonly Fault Never = Fault.Delay(TimeSpan.FromDays(1));

    [Fact]
    public async Task A_slow_attempt_ends_and_another_is_made()
    {
        Simulation simulation = new(FaultScript.InOrder(Never));
        DateTimeOffset start = simulation.Clock.GetUtcNow();
        await simulation.Run(backend => backend.PutItemAsync(Simulation.Put("a", 1)));
        Assert.Equal([("PK", "a"), ("N", 1)], simulation.Stored("a")!);
        Assert.Equal(TransportFailure.TimedOut, Assert.IsType<TransportException>(Assert.Single(simulation.Retries).Error).Failure);
        Assert.InRange(simulation.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5.1));
    }

    [Fact]
    public async Task A_late_answer_to_a_counter_is_ambiguous()
    {
        Simulation simulation = new(FaultScript.InOrder(Fault.DelayResponse(TimeSpan.FromDays(1))));
        await Assert.ThrowsAsync<AmbiguousWriteException>(() => simulation.Run(backend => backend.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = Simulation.Table,
            Key = Simulation.Key("a"),
            Update = new UpdateExpression([new AddAction("N", 1)]),
        })));
        Assert.Equal([("PK", "a"), ("N", 1)], simulation.Stored("a")!);
    }

    [Fact]
    public async Task A_call_ends_in_its_total_time()
    {
        Simulation simulation = new(
            Faults.Always(Never),
            options => options with { TotalTimeout = TimeSpan.FromSeconds(12), Retry = new RetryOptions { AttemptsMax = 100 }, CircuitBreaker = null });
        DateTimeOffset start = simulation.Clock.GetUtcNow();
        TransportException error = await Assert.ThrowsAsync<TransportException>(() => simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a"))));
        Assert.Equal("home did not answer in time.", error.Message);
        Assert.Equal(3, simulation.Faulty.Requests);
        Assert.InRange(simulation.Clock.GetUtcNow() - start, TimeSpan.FromSeconds(12), TimeSpan.FromSeconds(12.01));
    }

    [Fact]
    public async Task What_is_only_slow_succeeds()
    {
        Simulation simulation = new(FaultScript.InOrder(Fault.Delay(TimeSpan.FromSeconds(4))));
        await simulation.Run(backend => backend.PutItemAsync(Simulation.Put("a", 1)));
        Assert.Empty(simulation.Retries);
        Assert.Equal(1, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task The_caller_cancels_an_attempt()
    {
        using CancellationTokenSource caller = new();
        Simulation simulation = new(FaultScript.Of(_ =>
        {
            caller.Cancel();
            return Never;
        }));
        Task<GetItemResponse> call = simulation.Backend.GetItemAsync(Simulation.Get("a"), caller.Token).AsTask();
        OperationCanceledException error = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(caller.Token, error.CancellationToken);
        Assert.Equal(1, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task The_caller_cancels_a_delay()
    {
        using CancellationTokenSource caller = new();
        Simulation simulation = new(Faults.Always(Fault.Throttle()), options => options with { OnRetry = _ => caller.Cancel() });
        Task<GetItemResponse> call = simulation.Backend.GetItemAsync(Simulation.Get("a"), caller.Token).AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(1, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task A_cancelled_call_is_not_sent()
    {
        Simulation simulation = new(FaultScript.InOrder());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await simulation.Backend.PutItemAsync(Simulation.Put("a", 1), new CancellationToken(canceled: true)));
        Assert.Equal(0, simulation.Faulty.Requests);
    }
}
