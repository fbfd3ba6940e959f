using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

public sealed class RetryTests
{
    public static TheoryData<Fault, FailureKind> Passing => new()
    {
        { Fault.Throttle(), FailureKind.Throttled },
        { Fault.Refuse(new StorageException(StorageErrorCode.ThrottlingException, "")), FailureKind.Throttled },
        { Fault.Refuse(new StorageException(StorageErrorCode.RequestLimitExceeded, "")), FailureKind.Throttled },
        { Fault.Conflict(), FailureKind.Conflict },
        { Fault.Refuse(StorageErrors.TransactionInProgress()), FailureKind.Conflict },
        { Fault.Refuse(StorageErrors.TransactionCanceled([CancellationReason.None, new(CancellationCode.TransactionConflict)])), FailureKind.Conflict },
        {
            Fault.Refuse(StorageErrors.TransactionCanceled([new(CancellationCode.ProvisionedThroughputExceeded), new(CancellationCode.TransactionConflict)])),
            FailureKind.Throttled
        },
        { Faults.Fail, FailureKind.Transient },
        { Fault.Refuse(new StorageException(StorageErrorCode.ServiceUnavailable, "")), FailureKind.Transient },
        { Fault.Refuse(Faults.NeverConnected), FailureKind.Transient },
        { Fault.Refuse(new HttpRequestException(HttpRequestError.ConnectionError)), FailureKind.Transient },
        { Fault.Refuse(new IOException("reset")), FailureKind.Transient },
        { Fault.Refuse(new TimeoutException()), FailureKind.Transient },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public async Task What_passes_is_tried_again(Fault fault, FailureKind kind)
    {
        Simulation simulation = new(FaultScript.InOrder(fault, fault));
        await simulation.Run(backend => backend.PutItemAsync(Simulation.Put("a", 1)));
        Assert.Equal([("PK", "a"), ("N", 1)], simulation.Stored("a")!);
        Assert.Equal(3, simulation.Faulty.Requests);
        Assert.Equal(
            [("PutItem", "home", 1, kind), ("PutItem", "home", 2, kind)],
            simulation.Retries.Select(retry => (retry.Operation, retry.Backend, retry.Attempt, retry.Kind)));
    }

    public static TheoryData<Exception> Staying => new()
    {
        StorageErrors.BatchDuplicates(),
        new StorageException(StorageErrorCode.ConditionalCheckFailedException, "The conditional request failed"),
        new StorageException(StorageErrorCode.ResourceNotFoundException, ""),
        new StorageException(StorageErrorCode.AccessDeniedException, ""),
        new StorageException(StorageErrorCode.ItemCollectionSizeLimitExceededException, ""),
        StorageErrors.IdempotentParameterMismatch(),
        StorageErrors.TransactionCanceled([new(CancellationCode.TransactionConflict), new(CancellationCode.ConditionalCheckFailed)]),
        StorageErrors.TransactionCanceled([new(CancellationCode.ValidationError)]),
        new InvalidOperationException("a mistake in the program"),
    };

    [Theory]
    [MemberData(nameof(Staying))]
    public async Task What_stays_is_passed_on_at_once(Exception error)
    {
        Simulation simulation = new(FaultScript.InOrder(Fault.Refuse(error)));
        Assert.Same(error, await Record.ExceptionAsync(() => simulation.Run(backend => backend.PutItemAsync(Simulation.Put("a", 1)))));
        Assert.Equal(1, simulation.Faulty.Requests);
        Assert.Empty(simulation.Retries);
    }

    [Fact]
    public async Task The_last_failure_is_the_callers_when_the_attempts_are_used_up()
    {
        Simulation simulation = new(Faults.Always(Fault.Throttle()), options => options with { Retry = new RetryOptions { AttemptsMax = 3 } });
        StorageException error = await Assert.ThrowsAsync<StorageException>(() => simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a"))));
        Assert.Equal(StorageErrorCode.ProvisionedThroughputExceededException, error.Code);
        Assert.Equal(3, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task One_attempt_is_one_attempt()
    {
        Simulation simulation = new(Faults.Always(Faults.Fail), options => options with { Retry = new RetryOptions { AttemptsMax = 1 } });
        Assert.Same(Faults.ServiceError, await Record.ExceptionAsync(() => simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")))));
        Assert.Equal(1, simulation.Faulty.Requests);
    }

    [Fact]
    public async Task Delays_grow_with_jitter_and_throttling_waits_longer()
    {
        List<TimeSpan> transient = await Delays(Faults.Fail);
        List<TimeSpan> throttled = await Delays(Fault.Throttle());
        RetryOptions options = new();
        Check(transient, options.Delay, options.DelayMax);
        Check(throttled, options.ThrottledDelay, options.ThrottledDelayMax);
        Assert.Equal(transient, await Delays(Faults.Fail));

        static void Check(List<TimeSpan> delays, TimeSpan shortest, TimeSpan longest)
        {
            TimeSpan previous = shortest;
            foreach (TimeSpan delay in delays)
            {
                Assert.InRange(delay, shortest, previous * 3 < longest ? previous * 3 : longest);
                previous = delay;
            }

            Assert.Equal(delays.Count, delays.Distinct().Count());
        }

        static async Task<List<TimeSpan>> Delays(Fault fault)
        {
            Simulation simulation = new(FaultScript.InOrder(fault, fault, fault, fault, fault));
            DateTimeOffset start = simulation.Clock.GetUtcNow();
            await simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
            List<TimeSpan> delays = [.. simulation.Retries.Select(retry => retry.Delay)];
            TimeSpan sum = delays.Aggregate(TimeSpan.Zero, (left, right) => left + right);

            // a delay lasts whole milliseconds of the clock
            Assert.InRange(simulation.Clock.GetUtcNow() - start, sum - TimeSpan.FromMilliseconds(5), sum + TimeSpan.FromMilliseconds(5));
            return delays;
        }
    }

    [Fact]
    public async Task A_hint_of_the_backend_is_waited_for()
    {
        TimeSpan hint = TimeSpan.FromSeconds(7);
        Simulation simulation = new(FaultScript.InOrder(
            Fault.Refuse(new StorageException(StorageErrorCode.ThrottlingException, "") { RetryAfter = hint }),
            Fault.Refuse(new StorageException(StorageErrorCode.ThrottlingException, "") { RetryAfter = TimeSpan.FromMilliseconds(1) })));
        await simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
        Assert.Equal(hint, simulation.Retries[0].Delay);
        Assert.InRange(simulation.Retries[1].Delay, TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task No_delay_begins_that_would_not_end_in_time()
    {
        Simulation simulation = new(
            Faults.Always(Fault.Refuse(new StorageException(StorageErrorCode.ThrottlingException, "wait") { RetryAfter = TimeSpan.FromSeconds(30) })));
        DateTimeOffset start = simulation.Clock.GetUtcNow();
        StorageException error = await Assert.ThrowsAsync<StorageException>(() => simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a"))));
        Assert.Equal("wait", error.Message);
        Assert.Equal(1, simulation.Faulty.Requests);
        Assert.Equal(start, simulation.Clock.GetUtcNow());
    }

    [Fact]
    public async Task An_outage_does_not_multiply_the_load()
    {
        bool isDown = true;
        Simulation simulation = new(
            FaultScript.Of(_ => isDown ? Fault.Throttle() : null),
            options => options with { Retry = new RetryOptions { Budget = 10, BudgetRefill = 0.5 } });
        for (int call = 0; call < 100; call++)
        {
            await Assert.ThrowsAsync<StorageException>(() => simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a"))));
        }

        Assert.Equal(110, simulation.Faulty.Requests);

        isDown = false;
        for (int call = 0; call < 4; call++)
        {
            await simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a")));
        }

        isDown = true;
        await Assert.ThrowsAsync<StorageException>(() => simulation.Run(backend => backend.GetItemAsync(Simulation.Get("a"))));
        Assert.Equal(110 + 4 + 3, simulation.Faulty.Requests);
    }
}
