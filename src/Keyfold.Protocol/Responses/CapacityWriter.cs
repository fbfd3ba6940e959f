using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Responses;

/// <summary>Writes consumed capacity and item collection metrics.</summary>
internal static class CapacityWriter
{
    /// <summary>Writes the member of an operation on one table, unless there is none.</summary>
    public static void Write(ResponseWriter output, ConsumedCapacity? capacity)
    {
        if (capacity is not null)
        {
            output.Json.WritePropertyName("ConsumedCapacity"u8);
            WriteTable(output, capacity);
        }
    }

    /// <summary>Writes the member of an operation on several tables, unless there is none.</summary>
    public static void Write(ResponseWriter output, Sequence<ConsumedCapacity> capacities)
    {
        if (capacities.Count == 0)
        {
            return;
        }

        output.Json.WriteStartArray("ConsumedCapacity"u8);
        foreach (ConsumedCapacity capacity in capacities)
        {
            WriteTable(output, capacity);
        }

        output.Json.WriteEndArray();
    }

    /// <summary>Writes the size of an item collection, unless there is none.</summary>
    /// <param name="output">The response.</param>
    /// <param name="metrics">The estimate.</param>
    /// <param name="partitionKeyName">The partition key attribute.</param>
    public static void Write(ResponseWriter output, ItemCollectionMetrics? metrics, string partitionKeyName)
    {
        if (metrics is null)
        {
            return;
        }

        output.Json.WritePropertyName("ItemCollectionMetrics"u8);
        WriteCollection(output, metrics, partitionKeyName);
    }

    /// <summary>Writes the sizes of the item collections of several tables, unless there is none.</summary>
    /// <param name="output">The response.</param>
    /// <param name="tables">The estimates.</param>
    /// <param name="schemas">The tables' schemas by name.</param>
    public static void Write(ResponseWriter output, Sequence<TableItemCollectionMetrics> tables, IReadOnlyDictionary<string, TableSchema> schemas)
    {
        if (tables.Count == 0)
        {
            return;
        }

        output.Json.WriteStartObject("ItemCollectionMetrics"u8);
        foreach (TableItemCollectionMetrics table in tables)
        {
            output.Json.WriteStartArray(table.TableName);
            foreach (ItemCollectionMetrics metrics in table.Collections)
            {
                WriteCollection(output, metrics, schemas[table.TableName].Key.Partition[0].Name);
            }

            output.Json.WriteEndArray();
        }

        output.Json.WriteEndObject();
    }

    private static void WriteCollection(ResponseWriter output, ItemCollectionMetrics metrics, string partitionKeyName)
    {
        Items.Item key = [(partitionKeyName, metrics.ItemCollectionKey)];
        output.Json.WriteStartObject();
        output.Json.WritePropertyName("ItemCollectionKey"u8);
        output.Item(key);
        output.Json.WriteStartArray("SizeEstimateRangeGB"u8);
        output.Json.WriteNumberValue(metrics.SizeEstimateLowerGB);
        output.Json.WriteNumberValue(metrics.SizeEstimateUpperGB);
        output.Json.WriteEndArray();
        output.Json.WriteEndObject();
    }

    private static void WriteTable(ResponseWriter output, ConsumedCapacity capacity)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("TableName"u8, capacity.TableName);
        output.Units("CapacityUnits"u8, capacity.CapacityUnits);
        if (capacity.ReadCapacityUnits is { } read)
        {
            output.Units("ReadCapacityUnits"u8, read);
        }

        if (capacity.WriteCapacityUnits is { } write)
        {
            output.Units("WriteCapacityUnits"u8, write);
        }

        if (capacity.TableCapacityUnits is { } table)
        {
            output.Json.WriteStartObject("Table"u8);
            output.Units("CapacityUnits"u8, table);
            output.Json.WriteEndObject();
        }

        WriteIndexes(output, "LocalSecondaryIndexes"u8, capacity.LocalSecondaryIndexes);
        WriteIndexes(output, "GlobalSecondaryIndexes"u8, capacity.GlobalSecondaryIndexes);
        output.Json.WriteEndObject();
    }

    private static void WriteIndexes(ResponseWriter output, ReadOnlySpan<byte> name, Sequence<IndexCapacity> indexes)
    {
        if (indexes.Count == 0)
        {
            return;
        }

        output.Json.WriteStartObject(name);
        foreach (IndexCapacity index in indexes)
        {
            output.Json.WriteStartObject(index.IndexName);
            output.Units("CapacityUnits"u8, index.CapacityUnits);
            output.Json.WriteEndObject();
        }

        output.Json.WriteEndObject();
    }
}
