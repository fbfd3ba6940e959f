using Keyfold.Items;
using Keyfold.Protocol.Responses;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>Writes table descriptions.</summary>
internal static class TableWriter
{
    /// <summary>Writes a whole description.</summary>
    public static void Write(ResponseWriter output, TableDescription table)
    {
        output.Json.WriteStartObject();
        WriteAttributes(output, table.Schema);
        WriteIdentity(output, table);
        WriteKey(output, table.Schema.Key);
        output.Time("CreationDateTime"u8, table.CreatedAt);
        ThroughputWriter.WriteTable(output, table);
        IndexWriter.Write(output, table, SecondaryIndexKind.Local);
        IndexWriter.Write(output, table, SecondaryIndexKind.Global);
        WriteStream(output, table);
        WriteClass(output, table);
        WriteEncryption(output, table);
        output.Json.WriteBoolean("DeletionProtectionEnabled"u8, table.Schema.IsDeletionProtected);
        output.Json.WriteEndObject();
    }

    /// <summary>Writes what is told of a table that has been deleted.</summary>
    public static void WriteDeleted(ResponseWriter output, TableDescription table)
    {
        output.Json.WriteStartObject();
        WriteIdentity(output, table with { Status = TableStatus.Deleting });
        ThroughputWriter.Write(output, table.Schema.Throughput, table.ThroughputHistory);
        WriteStream(output, table);
        output.Json.WriteBoolean("DeletionProtectionEnabled"u8, false);
        output.Json.WriteEndObject();
    }

    /// <summary>Writes a KeySchema.</summary>
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

    private static void WriteIdentity(ResponseWriter output, TableDescription table)
    {
        output.Json.WriteString("TableName"u8, table.Schema.Name);
        output.Json.WriteString("TableArn"u8, table.Arn);
        if (table.Id is not null)
        {
            output.Json.WriteString("TableId"u8, table.Id);
        }

        output.Json.WriteString("TableStatus"u8, table.Status.ToString().ToUpperInvariant());
        output.Json.WriteNumber("ItemCount"u8, table.ItemCount);
        output.Json.WriteNumber("TableSizeBytes"u8, table.SizeBytes);
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

    private static void WriteKeyAttribute(ResponseWriter output, KeyAttribute attribute, ReadOnlySpan<byte> type)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("AttributeName"u8, attribute.Name);
        output.Json.WriteString("KeyType"u8, type);
        output.Json.WriteEndObject();
    }

    private static void WriteStream(ResponseWriter output, TableDescription table)
    {
        if (table.Schema.Stream is { } viewType)
        {
            output.Json.WriteStartObject("StreamSpecification"u8);
            output.Json.WriteBoolean("StreamEnabled"u8, true);
            output.Json.WriteString("StreamViewType"u8, viewType switch
            {
                StreamViewType.KeysOnly => "KEYS_ONLY"u8,
                StreamViewType.NewImage => "NEW_IMAGE"u8,
                StreamViewType.OldImage => "OLD_IMAGE"u8,
                _ => "NEW_AND_OLD_IMAGES"u8,
            });
            output.Json.WriteEndObject();
        }

        if (table.LatestStreamLabel is not null)
        {
            output.Json.WriteString("LatestStreamLabel"u8, table.LatestStreamLabel);
            output.Json.WriteString("LatestStreamArn"u8, table.LatestStreamArn);
        }
    }

    private static void WriteClass(ResponseWriter output, TableDescription table)
    {
        if (table.Schema.TableClass == TableClass.Standard && table.TableClassChangedAt is null)
        {
            return;
        }

        output.Json.WriteStartObject("TableClassSummary"u8);
        output.Json.WriteString("TableClass"u8, table.Schema.TableClass == TableClass.Standard ? "STANDARD"u8 : "STANDARD_INFREQUENT_ACCESS"u8);
        if (table.TableClassChangedAt is { } changedAt)
        {
            output.Time("LastUpdateDateTime"u8, changedAt);
        }

        output.Json.WriteEndObject();
    }

    private static void WriteEncryption(ResponseWriter output, TableDescription table)
    {
        if (table.Schema.Encryption is not { } encryption)
        {
            return;
        }

        output.Json.WriteStartObject("SSEDescription"u8);
        output.Json.WriteString("Status"u8, "ENABLED"u8);
        output.Json.WriteString("SSEType"u8, "KMS"u8);
        output.Json.WriteString("KMSMasterKeyArn"u8, KeyArn(encryption.KeyId ?? "alias/aws/dynamodb", table.Arn));
        output.Json.WriteEndObject();
    }

    /// <summary>The ARN of a key that is named by id, alias or ARN, in the region and account of its table.</summary>
    private static string KeyArn(string keyId, string tableArn)
    {
        if (keyId.StartsWith("arn:", StringComparison.Ordinal))
        {
            return keyId;
        }

        string owner = tableArn.Split(':') is [_, _, _, string region, string account, ..] ? $"{region}:{account}" : ":";
        return $"arn:aws:kms:{owner}:{(keyId.StartsWith("alias/", StringComparison.Ordinal) ? "" : "key/")}{keyId}";
    }
}
