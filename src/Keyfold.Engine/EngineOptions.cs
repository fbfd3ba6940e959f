namespace Keyfold.Engine;

/// <summary>What an engine is built with. The values are checked once, when it is built.</summary>
public sealed class EngineOptions
{
    /// <summary>
    /// Where the engine's time comes from: creation times of tables, the life of client request tokens and of streams' records, and when
    /// items expire.
    /// </summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>What the engine's random choices begin with, such as the ids of its tables: the same seed and the same calls make the same ids.</summary>
    public long Seed { get; init; }

    /// <summary>The AWS region in the names of resources; 1 to 64 characters.</summary>
    public string Region { get; init; } = "us-east-1";

    /// <summary>The AWS account in the names of resources: 12 digits.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>
    /// How many items a partition holds before it splits; at least 2. Smaller partitions let more writers work at once and make the
    /// copied path of a write shorter (two levels of nodes up to some hundred items, three up to some ten thousand); each costs about a kilobyte.
    /// </summary>
    public int PartitionItemsMax { get; init; } = 4096;

    /// <summary>How many bytes of items and local index entries a partition holds before it splits; at least 1.</summary>
    public long PartitionBytesMax { get; init; } = 64L * 1024 * 1024;

    /// <summary>
    /// DynamoDB's 10 GB: how many bytes the items and local index entries of one partition key value may have in a table with local
    /// secondary indexes; at least 1.
    /// </summary>
    public long ItemCollectionBytesMax { get; init; } = 10L * 1024 * 1024 * 1024;

    /// <summary>
    /// How many client request tokens of completed transactions are kept; at least 1. DynamoDB's ten minutes hold for the latest so many: an
    /// older transaction that is sent again is done again.
    /// </summary>
    public int ClientRequestTokensMax { get; init; } = 10_000;

    /// <summary>
    /// How long a write stays out of global secondary indexes, so that a test shows code that depends on fresh index reads; not negative,
    /// and none if not set. The clock is the <see cref="TimeProvider"/>'s, and no timer is needed: who reads an index first applies what is
    /// due, and waits for others who do.
    /// </summary>
    public TimeSpan GlobalIndexDelay { get; init; }

    /// <summary>
    /// How long after UpdateTable a new global secondary index is filled in the background, as Amazon DynamoDB does: until then and while it is filled the
    /// table is UPDATING, no other change of it may begin but that the index is deleted again, and the index is CREATING and cannot be read. Not negative;
    /// null, the default: UpdateTable fills it before it returns. The timer is the <see cref="TimeProvider"/>'s.
    /// </summary>
    public TimeSpan? IndexCreationDelay { get; init; }

    /// <summary>How long a stream's record can be read; DynamoDB's 24 hours or less, more than none.</summary>
    public TimeSpan StreamRetention { get; init; } = Limits.StreamRetention;

    /// <summary>
    /// How many bytes the records of all streams may keep; at least 1. When there are more, the oldest are let go before their time. An
    /// image that its table still has counts too, though it costs nothing.
    /// </summary>
    public long StreamBytesMax { get; init; } = 1024L * 1024 * 1024;

    /// <summary>
    /// How often the engine deletes items whose time to live has passed, while there is a table with such; a millisecond at least. Null: only
    /// when <see cref="EmbeddedEngine.ExpireItemsAsync"/> is called. The timer is the <see cref="TimeProvider"/>'s.
    /// </summary>
    public TimeSpan? TimeToLiveInterval { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>The Amazon resource name of a table.</summary>
    internal string TableArn(string tableName) => $"arn:aws:dynamodb:{Region}:{AccountId}:table/{tableName}";

    internal void Validate()
    {
        Require(TimeProvider is not null, nameof(TimeProvider));
        Require(Region is { Length: >= 1 and <= 64 } && !Region.Contains(':', StringComparison.Ordinal), nameof(Region));
        Require(AccountId is { Length: 12 } && AccountId.All(char.IsAsciiDigit), nameof(AccountId));
        Require(PartitionItemsMax >= 2, nameof(PartitionItemsMax));
        Require(PartitionBytesMax >= 1, nameof(PartitionBytesMax));
        Require(ItemCollectionBytesMax >= 1, nameof(ItemCollectionBytesMax));
        Require(StreamRetention > TimeSpan.Zero && StreamRetention <= Limits.StreamRetention, nameof(StreamRetention));
        Require(TimeToLiveInterval is not { } interval || interval >= TimeSpan.FromMilliseconds(1), nameof(TimeToLiveInterval));
        Require(ClientRequestTokensMax >= 1, nameof(ClientRequestTokensMax));
        Require(GlobalIndexDelay >= TimeSpan.Zero, nameof(GlobalIndexDelay));
        Require(IndexCreationDelay is not { } delay || delay >= TimeSpan.Zero, nameof(IndexCreationDelay));
        Require(StreamBytesMax >= 1, nameof(StreamBytesMax));
    }

    private static void Require(bool condition, string option)
    {
        if (!condition)
        {
            throw new ArgumentException($"EngineOptions.{option} is out of its range.", option);
        }
    }
}
