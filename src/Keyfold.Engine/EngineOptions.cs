namespace Keyfold.Engine;

/// <summary>What an engine is built with. The values are checked once, when it is built.</summary>
public sealed class EngineOptions
{
    /// <summary>Where the engine's time comes from: creation times of tables and the life of client request tokens.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>
    /// How many items a partition holds before it splits; at least 2. Smaller partitions let more writers work at once and make the
    /// copied path of a write shorter (two levels of nodes up to some thousand items); each costs about a kilobyte.
    /// </summary>
    public int PartitionItemsMax { get; init; } = 4096;

    /// <summary>How many bytes of items and local index entries a partition holds before it splits; at least 1.</summary>
    public long PartitionBytesMax { get; init; } = 64L * 1024 * 1024;

    /// <summary>
    /// DynamoDB's 10 GB: how many bytes the items and local index entries of one partition key value may have in a table with local
    /// secondary indexes; at least 1.
    /// </summary>
    public long ItemCollectionBytesMax { get; init; } = 10L * 1024 * 1024 * 1024;

    internal void Validate()
    {
        Require(TimeProvider is not null, nameof(TimeProvider));
        Require(PartitionItemsMax >= 2, nameof(PartitionItemsMax));
        Require(PartitionBytesMax >= 1, nameof(PartitionBytesMax));
        Require(ItemCollectionBytesMax >= 1, nameof(ItemCollectionBytesMax));
    }

    private static void Require(bool condition, string option)
    {
        if (!condition)
        {
            throw new ArgumentException($"EngineOptions.{option} is out of its range.", option);
        }
    }
}
