namespace Keyfold.Schema;

/// <summary>Capacity units per second that a table or global secondary index is provisioned with.</summary>
/// <param name="ReadCapacityUnits">Strongly consistent reads of up to 4 KB; at least 1.</param>
/// <param name="WriteCapacityUnits">Writes of up to 1 KB; at least 1.</param>
public sealed record ProvisionedThroughput(long ReadCapacityUnits, long WriteCapacityUnits);

/// <summary>What an on-demand table or index may consume at most, in request units per second. Null or -1: as much as it likes.</summary>
/// <param name="ReadRequestUnitsMax">Strongly consistent reads of up to 4 KB; at least 1, or -1 to lift the bound.</param>
/// <param name="WriteRequestUnitsMax">Writes of up to 1 KB; at least 1, or -1 to lift the bound.</param>
public sealed record OnDemandThroughput(long? ReadRequestUnitsMax, long? WriteRequestUnitsMax);

/// <summary>What a table or index takes at once without growing first, in units per second. It can be raised, never lowered.</summary>
/// <param name="ReadUnitsPerSecond">Strongly consistent reads of up to 4 KB; null for what the service gives.</param>
/// <param name="WriteUnitsPerSecond">Writes of up to 1 KB; null for what the service gives.</param>
public sealed record WarmThroughput(long? ReadUnitsPerSecond, long? WriteUnitsPerSecond);
