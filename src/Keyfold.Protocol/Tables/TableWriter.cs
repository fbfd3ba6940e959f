using System.Globalization;
using Keyfold.Items;
using Keyfold.Protocol.Responses;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>Writes table descriptions.</summary>
internal static class TableWriter
{
    private const string ArnPrefix = "arn:aws:dynamodb:us-east-1:000000000000:table/";

    /// <summary>Writes a whole description.</summary>
    public static void Write(ResponseWriter output, TableDescription table)
    {
        output.Json.WriteStartObject();
        WriteAttributes(output, table.Schema);
        WriteIdentity(output, table);
        WriteKey(output, table.Schema.Key);
        output.Json.WritePropertyName("CreationDateTime"u8);
        output.Json.WriteRawValue(
            (table.CreatedAt.ToUnixTimeMilliseconds() / 1000m).ToString("0.0##", CultureInfo.InvariantCulture), skipInputValidation: true);
        WriteThroughput(output, table.Schema.Throughput);
        WriteIndexes(output, table, SecondaryIndexKind.Local);
        WriteIndexes(output, table, SecondaryIndexKind.Global);
        output.Json.WriteBoolean("DeletionProtectionEnabled"u8, false);
        output.Json.WriteEndObject();
    }

    /// <summary>Writes what is told of a table that has been deleted.</summary>
    public static void WriteDeleted(ResponseWriter output, TableDescription table)
    {
        output.Json.WriteStartObject();
        WriteIdentity(output, table with { Status = TableStatus.Deleting });
        WriteThroughput(output, table.Schema.Throughput);
        output.Json.WriteBoolean("DeletionProtectionEnabled"u8, false);
        output.Json.WriteEndObject();
    }

    private static void WriteIdentity(ResponseWriter output, TableDescription table)
    {
        output.Json.WriteString("TableName"u8, table.Schema.Name);
        output.Json.WriteString("TableArn"u8, ArnPrefix + table.Schema.Name);
        output.Json.WriteString("TableStatus"u8, table.Status.ToString().ToUpperInvariant());
        output.Json.WriteNumber("ItemCount"u8, table.ItemCount);
        output.Json.WriteNumber("TableSizeBytes"u8, table.SizeBytes);
        if (table.Schema.Throughput is null)
        {
            output.Json.WriteStartObject("BillingModeSummary"u8);
            output.Json.WriteString("BillingMode"u8, "PAY_PER_REQUEST"u8);
            output.Json.WriteEndObject();
        }
    }

    private static void WriteAttributes(ResponseWriter output, TableSchema schema)
    {
        output.Json.WriteStartArray("AttributeDefinitions"u8);
        HashSet<string> written = new(StringComparer.Ordinal);
        foreach (KeySchema key in (KeySchema[])[schema.Key, .. schema.Indexes.Select(index => index.Key)])
        {
            foreach (KeyAttribute attribute in (KeyAttribute[])[.. key.Partition, .. key.Sort])
            {
                if (written.Add(attribute.Name))
                {
                    output.Json.WriteStartObject();
                    output.Json.WriteString("AttributeName"u8, attribute.Name);
                    output.Json.WriteString("AttributeType"u8, attribute.Type.Tag());
                    output.Json.WriteEndObject();
                }
            }
        }

        output.Json.WriteEndArray();
    }

    public static void WriteKey(ResponseWriter output, KeySchema key)
    {
        output.Json.WriteStartArray("KeySchema"u8);
        foreach (KeyAttribute attribute in key.Partition)
        {
            WriteKeyAttribute(output, attribute, "HASH"u8);
        }

        foreach (KeyAttribute attribute in key.Sort)
        {
            WriteKeyAttribute(output, attribute, "RANGE"u8);
        }

        output.Json.WriteEndArray();
    }

    private static void WriteKeyAttribute(ResponseWriter output, KeyAttribute attribute, ReadOnlySpan<byte> type)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("AttributeName"u8, attribute.Name);
        output.Json.WriteString("KeyType"u8, type);
        output.Json.WriteEndObject();
    }

    private static void WriteThroughput(ResponseWriter output, ProvisionedThroughput? throughput)
    {
        output.Json.WriteStartObject("ProvisionedThroughput"u8);
        output.Json.WriteNumber("NumberOfDecreasesToday"u8, 0);
        output.Json.WriteNumber("ReadCapacityUnits"u8, throughput?.ReadCapacityUnits ?? 0);
        output.Json.WriteNumber("WriteCapacityUnits"u8, throughput?.WriteCapacityUnits ?? 0);
        output.Json.WriteEndObject();
    }

    private static void WriteIndexes(ResponseWriter output, TableDescription table, SecondaryIndexKind kind)
    {
        bool isGlobal = kind == SecondaryIndexKind.Global;
        bool isFirst = true;
        for (int i = 0; i < table.Indexes.Count; i++)
        {
            if (table.Schema.Indexes[i].Kind != kind)
            {
                continue;
            }

            if (isFirst)
            {
                output.Json.WriteStartArray(isGlobal ? "GlobalSecondaryIndexes"u8 : "LocalSecondaryIndexes"u8);
                isFirst = false;
            }

            WriteIndex(output, table.Schema, table.Schema.Indexes[i], table.Indexes[i]);
        }

        if (!isFirst)
        {
            output.Json.WriteEndArray();
        }
    }

    private static void WriteIndex(ResponseWriter output, TableSchema schema, SecondaryIndex index, IndexDescription description)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("IndexName"u8, index.Name);
        WriteKey(output, index.Key);
        WriteProjection(output, index.Projection);
        if (index.Kind == SecondaryIndexKind.Global)
        {
            output.Json.WriteString("IndexStatus"u8, "ACTIVE"u8);
            WriteThroughput(output, index.Throughput);
        }

        output.Json.WriteNumber("IndexSizeBytes"u8, description.SizeBytes);
        output.Json.WriteNumber("ItemCount"u8, description.ItemCount);
        output.Json.WriteString("IndexArn"u8, $"{ArnPrefix}{schema.Name}/index/{index.Name}");
        output.Json.WriteEndObject();
    }

    private static void WriteProjection(ResponseWriter output, Projection projection)
    {
        output.Json.WriteStartObject("Projection"u8);
        output.Json.WriteString("ProjectionType"u8, projection.Type switch
        {
            ProjectionType.All => "ALL"u8,
            ProjectionType.KeysOnly => "KEYS_ONLY"u8,
            _ => "INCLUDE"u8,
        });
        if (projection.NonKeyAttributes.Count > 0)
        {
            output.Json.WriteStartArray("NonKeyAttributes"u8);
            foreach (string name in projection.NonKeyAttributes)
            {
                output.Json.WriteStringValue(name);
            }

            output.Json.WriteEndArray();
        }

        output.Json.WriteEndObject();
    }
}
