using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>What goes wrong with one request on its way to a backend and back. A closed family: make one by the factories.</summary>
public abstract record Fault
{
    private protected Fault()
    {
    }

    /// <summary>The request does not reach the backend, which has done nothing: throttling, a conflict, a refused connection.</summary>
    /// <param name="error">What the caller gets.</param>
    public static Fault Refuse(Exception error) => new RefusedRequest(error);

    /// <summary>The backend does what it was asked to, and the answer is lost.</summary>
    /// <param name="error">What the caller gets instead.</param>
    public static Fault LoseResponse(Exception error) => new LostResponse(error);

    /// <summary>The request reaches the backend late, or not at all if it is cancelled before.</summary>
    /// <param name="delay">How long it is on its way; not negative.</param>
    public static Fault Delay(TimeSpan delay) => new DelayedRequest(delay);

    /// <summary>The answer arrives late, or not at all if the request is cancelled before; the backend has done what it was asked to.</summary>
    /// <param name="delay">How long the answer is on its way; not negative.</param>
    public static Fault DelayResponse(TimeSpan delay) => new DelayedResponse(delay);

    /// <summary>A batch comes back with its last keys or items unprocessed. Other operations are not changed.</summary>
    /// <param name="count">How many at most; not negative.</param>
    public static Fault LeaveUnprocessed(int count) => new UnprocessedRest(count);

    /// <summary>DynamoDB's error when a table's provisioned capacity is used up.</summary>
    public static Fault Throttle() => Refuse(StorageErrors.ThroughputExceeded());

    /// <summary>DynamoDB's error when another transaction is at work on the item.</summary>
    public static Fault Conflict() => Refuse(new StorageException(
        StorageErrorCode.TransactionConflictException, "Transaction is ongoing for the item"));
}

internal sealed record RefusedRequest(Exception Error) : Fault;

internal sealed record LostResponse(Exception Error) : Fault;

internal sealed record DelayedRequest(TimeSpan Time) : Fault;

internal sealed record DelayedResponse(TimeSpan Time) : Fault;

internal sealed record UnprocessedRest(int Count) : Fault;
