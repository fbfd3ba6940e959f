using System.Net.Sockets;
using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>What an exception of a backend means for the next attempt.</summary>
/// <param name="Kind">Why the attempt failed.</param>
/// <param name="IsUnanswered">Whether the backend may have done what it was asked to.</param>
/// <param name="RetryAfter">How long the backend wants to be left alone, if it said so.</param>
internal readonly record struct Failure(FailureKind Kind, bool IsUnanswered = false, TimeSpan? RetryAfter = null)
{
    public static Failure Of(Exception error) => error switch
    {
        StorageException storage => Of(storage) with { RetryAfter = storage.RetryAfter },
        TransportException transport => new Failure(FailureKind.Transient, transport.MayHaveBeenApplied),
        HttpRequestException http => new Failure(FailureKind.Transient, IsUnanswered: !NeverConnected(http.HttpRequestError)),
        IOException or SocketException or TimeoutException or OperationCanceledException => new Failure(FailureKind.Transient, IsUnanswered: true),
        _ => default,
    };

    /// <summary>Whether this is an error of the backend, and not a mistake in the program.</summary>
    public static bool IsOfBackend(Exception error) => error is StorageException or CircuitOpenException || Of(error).Kind != FailureKind.Permanent;

    private static Failure Of(StorageException error) => error.Code switch
    {
        StorageErrorCode.ProvisionedThroughputExceededException or StorageErrorCode.ThrottlingException or StorageErrorCode.RequestLimitExceeded =>
            new Failure(FailureKind.Throttled),
        StorageErrorCode.TransactionConflictException or StorageErrorCode.TransactionInProgressException => new Failure(FailureKind.Conflict),
        StorageErrorCode.TransactionCanceledException => OfCancellation(error.CancellationReasons),
        StorageErrorCode.InternalServerError or StorageErrorCode.ServiceUnavailable => new Failure(FailureKind.Transient, IsUnanswered: true),

        // nothing was done, and the backend has fetched credentials anew or set its clock: a later attempt is another one
        StorageErrorCode.ExpiredTokenException or StorageErrorCode.RequestTimeTooSkewed => new Failure(FailureKind.Transient),
        _ => default,
    };

    // One reason that stays makes the whole transaction fail again.
    private static Failure OfCancellation(Sequence<CancellationReason> reasons)
    {
        FailureKind kind = FailureKind.Permanent;
        foreach (CancellationReason reason in reasons)
        {
            switch (reason.Code)
            {
                case CancellationCode.None:
                    break;
                case CancellationCode.ProvisionedThroughputExceeded or CancellationCode.ThrottlingError:
                    kind = FailureKind.Throttled;
                    break;
                case CancellationCode.TransactionConflict:
                    kind = kind == FailureKind.Throttled ? kind : FailureKind.Conflict;
                    break;
                default:
                    return default;
            }
        }

        return new Failure(kind);
    }

    private static bool NeverConnected(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;
}
