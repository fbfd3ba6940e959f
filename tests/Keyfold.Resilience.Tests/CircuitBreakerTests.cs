using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

public sealed class CircuitBreakerTests
{
    private static readonly CircuitBreakerOptions Options = new() { AttemptsMin = 4, BreakDuration = TimeSpan.FromSeconds(3) };

    [Fact]
    public async Task A_backend_that_fails_is_left_alone_until_a_trial_succeeds()
    {
        bool isDown = true;
        Simulation simulation = Make(_ => isDown ? Faults.Fail : null);
        for (int call = 0; call < 4; call++)
        {
            await Assert.ThrowsAsync<StorageException>(() => Get(simulation));
        }

        CircuitOpenException refused = await Assert.ThrowsAsync<CircuitOpenException>(() => Get(simulation));
        Assert.Equal(Options.BreakDuration, refused.RetryAfter);
        Assert.Equal("GetItem was not sent: too many calls of home failed, and its circuit breaker is open for another 00:00:03.", refused.Message);
        Assert.Equal(4, simulation.Faulty.Requests);

        // the trial fails
        simulation.Clock.Advance(Options.BreakDuration);
        await Assert.ThrowsAsync<StorageException>(() => Get(simulation));
        await Assert.ThrowsAsync<CircuitOpenException>(() => Get(simulation));
        Assert.Equal(5, simulation.Faulty.Requests);

        // the next one succeeds
        isDown = false;
        simulation.Clock.Advance(Options.BreakDuration);
        await Get(simulation);
        await Get(simulation);
        Assert.Equal(
            [
                (CircuitState.Closed, CircuitState.Open),
                (CircuitState.Open, CircuitState.HalfOpen),
                (CircuitState.HalfOpen, CircuitState.Open),
                (CircuitState.Open, CircuitState.HalfOpen),
                (CircuitState.HalfOpen, CircuitState.Closed),
            ],
            simulation.CircuitChanges.Select(change => (change.From, change.To)));
    }

    [Fact]
    public async Task Answers_keep_it_closed_be_they_errors()
    {
        Simulation simulation = Make(point => point.Number % 4 == 0 ? Faults.Fail : Fault.Throttle());
        for (int call = 0; call < 100; call++)
        {
            await Assert.ThrowsAsync<StorageException>(() => Get(simulation));
        }

        Assert.Empty(simulation.CircuitChanges);
    }

    [Fact]
    public async Task Failures_that_lie_apart_do_not_add_up()
    {
        Simulation simulation = Make(_ => Faults.Fail);
        for (int call = 0; call < 40; call++)
        {
            await Assert.ThrowsAsync<StorageException>(() => Get(simulation));
            simulation.Clock.Advance(TimeSpan.FromSeconds(4));
        }

        Assert.Empty(simulation.CircuitChanges);
    }

    [Fact]
    public void One_trial_at_a_time_and_an_abandoned_one_makes_room()
    {
        SimulatedClock clock = new();
        CircuitBreaker breaker = new(Options with { AttemptsMin = 1 }, clock, (_, _) => { });
        breaker.Failed(trial: false);
        Assert.False(breaker.TryEnter(out _));
        clock.Advance(Options.BreakDuration);
        Assert.True(breaker.TryEnter(out bool trial));
        Assert.True(trial);
        Assert.False(breaker.TryEnter(out _));
        breaker.Abandoned(trial: true);
        Assert.True(breaker.TryEnter(out trial));

        // what began before the breaker opened decides nothing
        breaker.Answered(trial: false);
        breaker.Failed(trial: false);
        Assert.False(breaker.IsClosed);
        breaker.Answered(trial);
        Assert.True(breaker.IsClosed);
    }

    [Fact]
    public async Task A_call_whose_breaker_opens_meanwhile_is_told_so_with_its_last_failure()
    {
        Simulation simulation = new(Faults.Always(Faults.Fail), options => options with { CircuitBreaker = Options });
        CircuitOpenException error = await Assert.ThrowsAsync<CircuitOpenException>(() => Get(simulation));
        Assert.Same(Faults.ServiceError, error.InnerException);
        Assert.Equal(4, simulation.Faulty.Requests);
        await Assert.ThrowsAsync<CircuitOpenException>(() => simulation.Run(backend => backend.PutItemAsync(Simulation.Put("a", 1))));
    }

    [Fact]
    public async Task A_write_whose_breaker_opens_meanwhile_is_ambiguous()
    {
        Simulation simulation = new(Faults.Always(Faults.Lose), options => options with { CircuitBreaker = Options });
        AmbiguousWriteException error = await Assert.ThrowsAsync<AmbiguousWriteException>(
            () => simulation.Run(backend => backend.PutItemAsync(Simulation.Put("a", 1))));
        Assert.IsType<CircuitOpenException>(error.InnerException);
    }

    private static Simulation Make(Func<InjectionPoint, Fault?> choose) =>
        new(FaultScript.Of(choose), options => options with { CircuitBreaker = Options, Retry = new RetryOptions { AttemptsMax = 1 } });

    private static Task<GetItemResponse> Get(Simulation simulation) => simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
}
