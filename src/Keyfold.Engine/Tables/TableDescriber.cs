using Keyfold.Engine.Indexes;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Trees;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>Describes tables, with figures as of now.</summary>
internal static class TableDescriber
{
    public static TableDescription Describe(EngineState engine, Table table)
    {
        TableState state = table.State;
        long items = 0;
        long bytes = 0;
        foreach (Partition partition in table.Partitions.Partitions)
        {
            Tree tree = partition.Visible.Items;
            items += tree.Count;
            bytes += tree.Bytes;
        }

        DateTimeOffset now = engine.Options.TimeProvider.GetUtcNow();
        return new TableDescription(
            state.Schema,
            state.IsUpdating ? TableStatus.Updating : TableStatus.Active,
            table.CreatedAt,
            items,
            bytes,
            Sequence.From(state.Indexes.Select(index => Describe(index, state, now))))
        {
            Arn = engine.Options.TableArn(state.Schema.Name),
            Id = table.Id.ToString(),
            LatestStreamLabel = table.Stream?.Names.Label,
            OnDemandSince = state.OnDemandSince,
            TableClassChangedAt = state.TableClassChangedAt,
            ThroughputHistory = state.ThroughputHistory?.AsOf(now),
        };
    }

    private static IndexDescription Describe(TableIndex index, TableState state, DateTimeOffset now)
    {
        long entries = 0;
        long bytes = 0;
        foreach (Partition partition in index.Partitions.Partitions)
        {
            Tree tree = index.EntriesOf(partition.Visible);
            entries += tree.Count;
            bytes += tree.Bytes;
        }

        return new IndexDescription(index.Name, entries, bytes)
        {
            Status = index.Status,
            IsBackfilling = index.Status == IndexStatus.Creating,
            ThroughputHistory = state.IndexThroughputHistories.GetValueOrDefault(index.Name)?.AsOf(now),
        };
    }
}
