using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>Makes capacities out of members that keep the service's model.</summary>
internal static class Throughputs
{
    /// <summary>A provisioned capacity within bounds.</summary>
    public static ProvisionedThroughput? Build(UnitsMembers? units)
    {
        if (units is null)
        {
            return null;
        }

        if (units.Read > Limits.ProvisionedUnitsMax)
        {
            throw StorageErrors.ThroughputOutOfBounds(units.Read.Value, "ReadCapacityUnits");
        }

        if (units.Write > Limits.ProvisionedUnitsMax)
        {
            throw StorageErrors.ThroughputOutOfBounds(units.Write.Value, "WriteCapacityUnits");
        }

        return new ProvisionedThroughput(units.Read!.Value, units.Write!.Value);
    }

    /// <summary>The bounds of a change, which are checked where the table is known.</summary>
    public static OnDemandThroughput? BuildOnDemand(UnitsMembers? units) => units is null ? null : new OnDemandThroughput(units.Read, units.Write);

    /// <summary>The warm throughput of a change, which is checked where the table is known.</summary>
    public static WarmThroughput? BuildWarm(UnitsMembers? units) => units is null ? null : new WarmThroughput(units.Read, units.Write);

    /// <summary>The bounds of a new table or index.</summary>
    public static OnDemandThroughput? BuildOnDemand(UnitsMembers? units, BillingMode mode, string? indexName = null)
    {
        Check(units?.Read, "MaxReadRequestUnits", mode, indexName);
        Check(units?.Write, "MaxWriteRequestUnits", mode, indexName);
        return units is null or { Read: null, Write: null } ? null : new OnDemandThroughput(units.Read, units.Write);
    }

    /// <summary>The warm throughput of a new table or index, which is no less than it has anyway.</summary>
    public static WarmThroughput? BuildWarm(UnitsMembers? units, ProvisionedThroughput? throughput, string? indexName = null)
    {
        if (units is null)
        {
            return null;
        }

        Check(units.Read, throughput?.ReadCapacityUnits, Limits.OnDemandReadUnits, "ReadUnitsPerSecond", "ReadCapacityUnits", indexName);
        Check(units.Write, throughput?.WriteCapacityUnits, Limits.OnDemandWriteUnits, "WriteUnitsPerSecond", "WriteCapacityUnits", indexName);
        return new WarmThroughput(units.Read, units.Write);
    }

    private static void Check(long? bound, string member, BillingMode mode, string? indexName)
    {
        if (bound is null)
        {
            return;
        }

        if (mode == BillingMode.Provisioned)
        {
            throw StorageErrors.OnDemandBoundNotAllowed(member);
        }

        if (bound < 1)
        {
            throw StorageErrors.OnDemandBoundOutOfRange(member, indexName);
        }
    }

    private static void Check(long? warm, long? provisioned, long onDemand, string member, string provisionedMember, string? indexName)
    {
        if (warm < (provisioned ?? onDemand))
        {
            string target = indexName is null ? "table" : $"index {indexName}";
            string floor = provisioned is null ? "initial throughput for OnDemand" : $"{provisionedMember} of ProvisionedThroughput";
            throw StorageErrors.InvalidParameter($"Requested {member} for WarmThroughput for {target} is lower than {floor}");
        }
    }
}
