namespace Keyfold.Storage;

/// <summary>Why one action of a transaction failed, or <see cref="CancellationCode.None"/> where it did not.</summary>
/// <param name="Code">The kind of failure.</param>
/// <param name="Message">DynamoDB's message; null for <see cref="CancellationCode.None"/>.</param>
public sealed record CancellationReason(CancellationCode Code, string? Message = null)
{
    /// <summary>The action itself was in order.</summary>
    public static CancellationReason None { get; } = new(CancellationCode.None);

    /// <summary>The encoded item that failed a condition, if the action asked for it and there is one; else empty.</summary>
    public ReadOnlyMemory<byte> Item { get; init; }
}

/// <summary>DynamoDB's cancellation codes, spelled as on the wire.</summary>
public enum CancellationCode
{
    /// <summary>The action was in order.</summary>
    None,

    /// <summary>The condition does not hold.</summary>
    ConditionalCheckFailed,

    /// <summary>Another transaction is at work on the item.</summary>
    TransactionConflict,

    /// <summary>The item collection would pass 10 GB.</summary>
    ItemCollectionSizeLimitExceeded,

    /// <summary>The provisioned capacity is used up.</summary>
    ProvisionedThroughputExceeded,

    /// <summary>The on-demand capacity is used up.</summary>
    ThrottlingError,

    /// <summary>The action's key, item or update is wrong.</summary>
    ValidationError,

    /// <summary>A PartiQL INSERT of an item whose key exists.</summary>
    DuplicateItem,
}
