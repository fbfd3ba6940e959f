using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables.Updates;

/// <summary>Raises what a table or index takes at once. It never goes down.</summary>
internal static class WarmedUp
{
    public static WarmThroughput? Apply(WarmThroughput? current, WarmThroughput? update, ProvisionedThroughput? throughput, string? indexName = null)
    {
        if (update is null)
        {
            return current;
        }

        long read = current?.ReadUnitsPerSecond ?? throughput?.ReadCapacityUnits ?? Limits.OnDemandReadUnits;
        long write = current?.WriteUnitsPerSecond ?? throughput?.WriteCapacityUnits ?? Limits.OnDemandWriteUnits;
        if (update.ReadUnitsPerSecond < read)
        {
            throw StorageErrors.WarmThroughputLowered("ReadUnitsPerSecond", indexName);
        }

        if (update.WriteUnitsPerSecond < write)
        {
            throw StorageErrors.WarmThroughputLowered("WriteUnitsPerSecond", indexName);
        }

        return new WarmThroughput(update.ReadUnitsPerSecond ?? read, update.WriteUnitsPerSecond ?? write);
    }
}
