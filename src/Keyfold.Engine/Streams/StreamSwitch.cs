using System.Diagnostics.CodeAnalysis;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Tables;
using Keyfold.Schema;

namespace Keyfold.Engine.Streams;

/// <summary>
/// Gives a table a stream and takes it away, partition by partition under each one's lock, so that a commit finds a shard in its
/// partition or none. The caller sees to it that nobody else does so for the same table at the same time.
/// </summary>
internal static class StreamSwitch
{
    public static void Enable(EngineState engine, Table table, StreamViewType viewType)
    {
        ChangeStream stream = engine.Streams.Add(table, viewType);
        table.Stream = stream;

        // a partition may be split before its turn comes; its successors are found in the next round
        while (TryFind(table, withShard: false, out Partition? partition))
        {
            lock (partition.Lock)
            {
                if (!partition.IsRetired)
                {
                    partition.Shard ??= stream.Open(partition.Id, parentId: null, SequenceNumbers.First, engine.Streams.Now);
                }
            }
        }
    }

    /// <summary>Ends a table's stream, if it has one in use. What it has can be read on.</summary>
    public static void Disable(EngineState engine, Table table)
    {
        if (table.Stream is not { IsEnabled: true } stream)
        {
            return;
        }

        while (TryFind(table, withShard: true, out Partition? partition))
        {
            lock (partition.Lock)
            {
                if (!partition.IsRetired)
                {
                    partition.Shard?.Close(engine.Streams.Now);
                    partition.Shard = null;
                }
            }
        }

        stream.Disable(engine.Streams.Now);
    }

    private static bool TryFind(Table table, bool withShard, [NotNullWhen(true)] out Partition? found)
    {
        foreach (Partition partition in table.Partitions.Partitions)
        {
            if (partition.Shard is not null == withShard)
            {
                found = partition;
                return true;
            }
        }

        found = null;
        return false;
    }
}
