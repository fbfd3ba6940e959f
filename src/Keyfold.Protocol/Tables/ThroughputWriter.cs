using Keyfold.Protocol.Responses;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>Writes how tables and indexes are paid for, and their capacities.</summary>
internal static class ThroughputWriter
{
    /// <summary>Writes the members of a table.</summary>
    public static void WriteTable(ResponseWriter output, TableDescription table)
    {
        Write(output, table.Schema.Throughput, table.ThroughputHistory);
        if (table.Schema.BillingMode == BillingMode.OnDemand || table.OnDemandSince is not null)
        {
            output.Json.WriteStartObject("BillingModeSummary"u8);
            output.Json.WriteString("BillingMode"u8, table.Schema.BillingMode == BillingMode.OnDemand ? "PAY_PER_REQUEST"u8 : "PROVISIONED"u8);
            if (table.OnDemandSince is { } since)
            {
                output.Time("LastUpdateToPayPerRequestDateTime"u8, since);
            }

            output.Json.WriteEndObject();
        }

        WriteOnDemand(output, table.Schema.OnDemandThroughput);
        WriteWarm(output, table.Schema.WarmThroughput, table.Schema.Throughput);
    }

    /// <summary>Writes the members of a global index.</summary>
    public static void WriteIndex(ResponseWriter output, SecondaryIndex index, IndexDescription description)
    {
        Write(output, index.Throughput, description.ThroughputHistory);
        WriteOnDemand(output, index.OnDemandThroughput);
        WriteWarm(output, index.WarmThroughput, index.Throughput);
    }

    /// <summary>Writes a ProvisionedThroughput, which an on-demand table has, too.</summary>
    public static void Write(ResponseWriter output, ProvisionedThroughput? throughput, ThroughputHistory? history)
    {
        output.Json.WriteStartObject("ProvisionedThroughput"u8);
        if (history?.LastIncreaseAt is { } increasedAt)
        {
            output.Time("LastIncreaseDateTime"u8, increasedAt);
        }

        if (history?.LastDecreaseAt is { } decreasedAt)
        {
            output.Time("LastDecreaseDateTime"u8, decreasedAt);
        }

        output.Json.WriteNumber("NumberOfDecreasesToday"u8, history?.DecreasesToday ?? 0);
        output.Json.WriteNumber("ReadCapacityUnits"u8, throughput?.ReadCapacityUnits ?? 0);
        output.Json.WriteNumber("WriteCapacityUnits"u8, throughput?.WriteCapacityUnits ?? 0);
        output.Json.WriteEndObject();
    }

    private static void WriteOnDemand(ResponseWriter output, OnDemandThroughput? throughput)
    {
        if (throughput is null)
        {
            return;
        }

        output.Json.WriteStartObject("OnDemandThroughput"u8);
        output.Json.WriteNumber("MaxReadRequestUnits"u8, throughput.ReadRequestUnitsMax ?? -1);
        output.Json.WriteNumber("MaxWriteRequestUnits"u8, throughput.WriteRequestUnitsMax ?? -1);
        output.Json.WriteEndObject();
    }

    private static void WriteWarm(ResponseWriter output, WarmThroughput? warm, ProvisionedThroughput? throughput)
    {
        output.Json.WriteStartObject("WarmThroughput"u8);
        output.Json.WriteNumber("ReadUnitsPerSecond"u8, warm?.ReadUnitsPerSecond ?? throughput?.ReadCapacityUnits ?? Limits.OnDemandReadUnits);
        output.Json.WriteNumber("WriteUnitsPerSecond"u8, warm?.WriteUnitsPerSecond ?? throughput?.WriteCapacityUnits ?? Limits.OnDemandWriteUnits);
        output.Json.WriteString("Status"u8, "ACTIVE"u8);
        output.Json.WriteEndObject();
    }
}
