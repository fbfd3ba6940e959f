using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>
/// A write that may or may not have been applied: an attempt ended without an answer (a service error, a lost connection, a timeout), and it was either not
/// safe to send again or later attempts did not tell. Read the item to find out. The inner exception is the last failure: a failed condition there may be the
/// doing of this write's own first attempt.
/// </summary>
public sealed class AmbiguousWriteException : Exception
{
    internal AmbiguousWriteException(string operation, int attempts, Exception innerException, IReadOnlyList<BatchWriteTable>? unprocessed = null)
        : base(
            FormattableString.Invariant(
                $"{operation} may or may not have been applied: one of {attempts} attempts had no answer. The last one ended so: {innerException.Message}"),
            innerException)
    {
        Operation = operation;
        Attempts = attempts;
        Unprocessed = unprocessed ?? [];
    }

    /// <summary>The operation, as <c>PutItem</c>.</summary>
    public string Operation { get; }

    /// <summary>How many attempts were made.</summary>
    public int Attempts { get; }

    /// <summary>Of a BatchWriteItem, the puts and deletes of which it is not known that they were done; all others were. Of other operations: empty.</summary>
    public IReadOnlyList<BatchWriteTable> Unprocessed { get; }
}
