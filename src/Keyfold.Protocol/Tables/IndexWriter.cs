using Keyfold.Protocol.Responses;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>Writes the descriptions of secondary indexes.</summary>
internal static class IndexWriter
{
    /// <summary>Writes the list of a table's indexes of a kind, unless there is none.</summary>
    public static void Write(ResponseWriter output, TableDescription table, SecondaryIndexKind kind)
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

            WriteIndex(output, table.Arn, table.Schema.Indexes[i], table.Indexes[i]);
        }

        if (!isFirst)
        {
            output.Json.WriteEndArray();
        }
    }

    private static void WriteIndex(ResponseWriter output, string tableArn, SecondaryIndex index, IndexDescription description)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("IndexName"u8, index.Name);
        TableWriter.WriteKey(output, index.Key);
        WriteProjection(output, index.Projection);
        if (index.Kind == SecondaryIndexKind.Global)
        {
            output.Json.WriteString("IndexStatus"u8, description.Status.ToString().ToUpperInvariant());
            if (description.Status == IndexStatus.Creating)
            {
                output.Json.WriteBoolean("Backfilling"u8, description.IsBackfilling);
            }

            ThroughputWriter.WriteIndex(output, index, description);
        }

        output.Json.WriteNumber("IndexSizeBytes"u8, description.SizeBytes);
        output.Json.WriteNumber("ItemCount"u8, description.ItemCount);
        output.Json.WriteString("IndexArn"u8, $"{tableArn}/index/{index.Name}");
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
