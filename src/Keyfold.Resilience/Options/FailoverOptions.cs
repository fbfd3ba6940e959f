namespace Keyfold.Resilience;

/// <summary>
/// What moves to the next replica of a global table while the breaker of the one before is open, and so gives up consistency for an answer. Calls return when
/// the breaker lets a trial through and it succeeds.
/// </summary>
public sealed record FailoverOptions
{
    /// <summary>Reads, or reads and writes. Nothing moves if not set.</summary>
    public FailoverMode Mode { get; init; }

    /// <summary>
    /// Whether strongly consistent reads and read transactions move too. They are consistent within their region only: at another replica they may miss writes
    /// that were acknowledged before. False if not set: they fail while the first replica is down.
    /// </summary>
    public bool MoveConsistentReads { get; init; }
}

/// <summary>Which calls a replica in another region may answer.</summary>
public enum FailoverMode
{
    /// <summary>None: while the first replica is down, calls fail.</summary>
    None,

    /// <summary>Reads. They may be older than the last acknowledged write by the lag of replication, usually a second, in an outage more.</summary>
    ReadsOnly,

    /// <summary>
    /// Reads and writes. Of two writes to an item in different regions the last one wins and the other is lost without a word; conditions and versions see the
    /// region's own items only, so that two writers can both succeed; a transaction is atomic in its region and is replicated item by item; client request
    /// tokens do not reach other regions. A write whose answer was lost stays with the replica it was sent to.
    /// </summary>
    ReadsAndWrites,
}
