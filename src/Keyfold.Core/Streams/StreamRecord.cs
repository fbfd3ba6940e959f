namespace Keyfold.Streams;

/// <summary>One change of one item. Items are in the binary encoding.</summary>
public readonly record struct StreamRecord
{
    /// <summary>32 hexadecimal digits, unique among all records.</summary>
    public required string EventId { get; init; }

    /// <summary>What happened to the item.</summary>
    public required ChangeKind Kind { get; init; }

    /// <summary>The AWS region of the table.</summary>
    public required string Region { get; init; }

    /// <summary>When it happened, to the second.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The item's primary key, as an encoded item.</summary>
    public required ReadOnlyMemory<byte> Keys { get; init; }

    /// <summary>The item as it was; empty if there was none or the view does not show it.</summary>
    public ReadOnlyMemory<byte> OldImage { get; init; }

    /// <summary>The item as it became; empty if it went or the view does not show it.</summary>
    public ReadOnlyMemory<byte> NewImage { get; init; }

    /// <summary>21 to 40 decimal digits, ascending within the shard.</summary>
    public required string SequenceNumber { get; init; }

    /// <summary>The sizes of the keys and of the images that are shown, in bytes.</summary>
    public required long SizeBytes { get; init; }

    /// <summary>What the stream's records show.</summary>
    public required Schema.StreamViewType ViewType { get; init; }

    /// <summary>Who made the change if it was the service itself; else null.</summary>
    public UserIdentity? UserIdentity { get; init; }
}

/// <summary>What happened to an item.</summary>
public enum ChangeKind
{
    /// <summary>It came.</summary>
    Insert,

    /// <summary>It became another.</summary>
    Modify,

    /// <summary>It went.</summary>
    Remove,
}

/// <summary>Who made a change.</summary>
/// <param name="Type">The kind of principal.</param>
/// <param name="PrincipalId">The principal.</param>
public sealed record UserIdentity(string Type, string PrincipalId)
{
    /// <summary>DynamoDB itself, which deletes items whose time to live has passed.</summary>
    public static UserIdentity TimeToLive { get; } = new("Service", "dynamodb.amazonaws.com");
}
