using System.Collections.Immutable;
using Keyfold.Engine.Indexes;
using Keyfold.Engine.Tables.Resources;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>What UpdateTable changes of a table, as it stands at one moment.</summary>
/// <param name="Schema">The schema.</param>
/// <param name="Indexes">All indexes, in the schema's order; the array never changes.</param>
internal sealed record TableState(TableSchema Schema, TableIndex[] Indexes)
{
    /// <summary>Whether an index is being built: no other change may begin.</summary>
    public bool IsUpdating { get; init; }

    public DateTimeOffset? OnDemandSince { get; init; }

    public DateTimeOffset? TableClassChangedAt { get; init; }

    public ThroughputHistory? ThroughputHistory { get; init; }

    public ImmutableDictionary<string, ThroughputHistory> IndexThroughputHistories { get; init; } = ImmutableDictionary<string, ThroughputHistory>.Empty;

    /// <summary>Tags and policies of the table and its streams, by resource name.</summary>
    public ImmutableDictionary<string, ResourceState> Resources { get; init; } = ImmutableDictionary.Create<string, ResourceState>(StringComparer.Ordinal);
}
