using Keyfold.Protocol.Responses;
using Keyfold.Streams;

namespace Keyfold.Protocol.Streams;

/// <summary>Writes the records of streams.</summary>
internal static class RecordWriter
{
    public static void Write(ResponseWriter output, StreamRecord record)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("eventID"u8, record.EventId);
        output.Json.WriteString("eventName"u8, NameOf(record.Kind));
        output.Json.WriteString("eventVersion"u8, "1.1"u8);
        output.Json.WriteString("eventSource"u8, "aws:dynamodb"u8);
        output.Json.WriteString("awsRegion"u8, record.Region);
        WriteChange(output, record);
        if (record.UserIdentity is { } identity)
        {
            output.Json.WriteStartObject("userIdentity"u8);
            output.Json.WriteString("Type"u8, identity.Type);
            output.Json.WriteString("PrincipalId"u8, identity.PrincipalId);
            output.Json.WriteEndObject();
        }

        output.Json.WriteEndObject();
    }

    private static void WriteChange(ResponseWriter output, in StreamRecord record)
    {
        output.Json.WriteStartObject("dynamodb"u8);
        output.Json.WriteNumber("ApproximateCreationDateTime"u8, record.CreatedAt.ToUnixTimeSeconds());
        output.OptionalItem("Keys"u8, record.Keys);
        output.OptionalItem("NewImage"u8, record.NewImage);
        output.OptionalItem("OldImage"u8, record.OldImage);
        output.Json.WriteString("SequenceNumber"u8, record.SequenceNumber);
        output.Json.WriteNumber("SizeBytes"u8, record.SizeBytes);
        output.Json.WriteString("StreamViewType"u8, StreamWriter.NameOf(record.ViewType));
        output.Json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> NameOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Insert => "INSERT"u8,
        ChangeKind.Modify => "MODIFY"u8,
        _ => "REMOVE"u8,
    };
}
