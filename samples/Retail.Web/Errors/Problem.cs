using Keyfold;
using Keyfold.Resilience;
using Keyfold.Storage;

namespace Retail.Web.Errors;

/// <summary>What a failed request tells its caller.</summary>
/// <param name="Status">The status code of the response.</param>
/// <param name="Title">The kind of error.</param>
/// <param name="Detail">What happened, without anything that is the server's own business.</param>
internal sealed record Problem(int Status, string Title, string Detail)
{
    /// <summary>How long a caller is to wait before it tries again; null if that is of no use.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What is wrong with which member; null if the error is not about a member.</summary>
    public IReadOnlyDictionary<string, string[]>? Members { get; init; }

    public static Problem Of(Exception error) => error switch
    {
        ConditionFailedException => Conflict("Somebody else changed it first. Read it again."),
        TransactionCancelledException { IsTransient: true } cancelled when !Throttled(cancelled) =>
            Conflict("Somebody else is changing the same things. Try again."),
        TransactionCancelledException cancelled when Throttled(cancelled) => TooManyRequests,
        TransactionCancelledException => Conflict("Something changed in the meantime. Look again."),
        StorageException { Code: StorageErrorCode.IdempotentParameterMismatchException } => Conflict("This was sent before, and was done then."),
        StorageException { Code: StorageErrorCode.TransactionConflictException or StorageErrorCode.TransactionInProgressException } =>
            Conflict("Somebody else is changing the same things. Try again."),
        ThrottledException => TooManyRequests,
        CursorException => Bad("cursor", "No page of this list gave this cursor."),
        KeyException { PropertyName: { } property } => Bad(property, "This is no part of a key."),
        KeyException => new Problem(StatusCodes.Status400BadRequest, "Bad request", "A value cannot be part of a key."),
        BadHttpRequestException bad => new Problem(bad.StatusCode, "Bad request", bad.Message),
        CircuitOpenException open => Unavailable(TimeSpan.FromSeconds(Math.Ceiling(open.RetryAfter.TotalSeconds) + 1)),
        StorageException { IsTransient: true } or TransportException => Unavailable(TimeSpan.FromSeconds(5)),
        AmbiguousWriteException => new Problem(
            StatusCodes.Status503ServiceUnavailable, "Unavailable", "The shop's table did not answer in time: it may have been done or not. Look before you try again."),
        _ => new Problem(StatusCodes.Status500InternalServerError, "Error", "Something went wrong on our side."),
    };

    /// <summary>The problem of a status that no exception gave.</summary>
    public static Problem Of(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status400BadRequest => new Problem(status, "Bad request", "The request cannot be understood."),
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        < StatusCodes.Status500InternalServerError => new Problem(status, "Not possible", "The request cannot be done."),
        _ => new Problem(status, "Error", "Something went wrong on our side."),
    };

    public static Problem NotFound { get; } = new(StatusCodes.Status404NotFound, "Not found", "There is nothing here.");

    private static Problem TooManyRequests { get; } = new(StatusCodes.Status429TooManyRequests, "Too many requests", "The shop is busy. Try again in a moment.")
    {
        RetryAfter = TimeSpan.FromSeconds(1),
    };

    private static Problem Unavailable(TimeSpan retryAfter) =>
        new(StatusCodes.Status503ServiceUnavailable, "Unavailable", "The shop's table does not answer. Try again.") { RetryAfter = retryAfter };

    private static Problem Conflict(string detail) => new(StatusCodes.Status409Conflict, "Conflict", detail);

    private static Problem Bad(string member, string message) => new(StatusCodes.Status400BadRequest, "Bad request", message)
    {
        Members = new Dictionary<string, string[]>(StringComparer.Ordinal) { [char.ToLowerInvariant(member[0]) + member[1..]] = [message] },
    };

    private static bool Throttled(TransactionCancelledException cancelled) =>
        cancelled.IsTransient
            && cancelled.Reasons.Any(reason => reason.Code is CancellationCode.ProvisionedThroughputExceeded or CancellationCode.ThrottlingError);
}
