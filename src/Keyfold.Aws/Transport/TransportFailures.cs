using Keyfold.Storage;

namespace Keyfold.Aws.Transport;

/// <summary>What the HTTP client throws, as the contract's exceptions.</summary>
internal static class TransportFailures
{
    /// <summary>Tells what became of a request.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="operation">The operation.</param>
    /// <param name="endpoint">The service's address.</param>
    /// <param name="isStarted">Whether any of the body may have been sent. If not, the service cannot have carried it out.</param>
    /// <param name="timeout">How long the request had.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    public static Exception Translate(
        Exception error, ServiceOperation operation, Uri endpoint, bool isStarted, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (error is OperationCanceledException)
        {
            return cancellationToken.IsCancellationRequested
                ? new OperationCanceledException($"{operation.Name} was cancelled{(isStarted ? "; a write may have been applied" : "")}.", error, cancellationToken)
                : isStarted
                    ? new TransportException(TransportFailure.TimedOut, $"{operation.Name} had no answer from {endpoint.Authority} within {timeout}.", error)
                    : new TransportException(TransportFailure.NotConnected, $"{operation.Name} had no connection to {endpoint.Authority} within {timeout}.", error);
        }

        if (!isStarted)
        {
            return new TransportException(
                TransportFailure.NotConnected, $"There is no connection to {endpoint.Authority} for {operation.Name}: {error.Message}", error);
        }

        return error switch
        {
            InvalidDataException or HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } =>
                new TransportException(TransportFailure.UnreadableAnswer, $"The answer of {endpoint.Authority} to {operation.Name} cannot be read: {error.Message}", error),
            IOException or HttpRequestException =>
                new TransportException(TransportFailure.ConnectionLost, $"The connection to {endpoint.Authority} was lost during {operation.Name}: {error.Message}", error),
            _ => error,
        };
    }
}
