namespace Keyfold.Storage;

/// <summary>
/// A backend behind a network could not be asked, or its answer did not come back whole. It is the only exception besides <see cref="StorageException"/> and
/// <see cref="OperationCanceledException"/> that such a backend throws for what happens on the way.
/// </summary>
public sealed class TransportException : Exception
{
    /// <summary>A failure on the way.</summary>
    /// <param name="failure">Its kind.</param>
    /// <param name="message">What happened, where and for how long.</param>
    /// <param name="innerException">What caused it; null for nothing.</param>
    public TransportException(TransportFailure failure, string message, Exception? innerException = null)
        : base(message, innerException) => Failure = failure;

    /// <summary>The kind of failure.</summary>
    public TransportFailure Failure { get; }

    /// <summary>
    /// Whether the request may have been carried out. False: no byte of it was sent, and a write may be sent again. True: a write may be sent again only if
    /// doing it twice does no harm.
    /// </summary>
    public bool MayHaveBeenApplied => Failure != TransportFailure.NotConnected;
}

/// <summary>What went wrong between a client and its service.</summary>
public enum TransportFailure
{
    /// <summary>There is no connection (name, route, TLS, or no free one in time): nothing was sent.</summary>
    NotConnected,

    /// <summary>The connection ended before the whole answer was there.</summary>
    ConnectionLost,

    /// <summary>The whole answer was not there in time.</summary>
    TimedOut,

    /// <summary>The answer's bytes do not fit their checksum.</summary>
    ChecksumMismatch,

    /// <summary>The answer is not what the protocol says.</summary>
    UnreadableAnswer,
}
