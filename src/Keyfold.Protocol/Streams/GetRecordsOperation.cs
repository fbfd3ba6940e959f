using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Streams;

namespace Keyfold.Protocol.Streams;

/// <summary>GetRecords.</summary>
internal static class GetRecordsOperation
{
    private const int IteratorCharactersMax = 2048;

    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        (string? iterator, int? limit) = call.Read(Read);
        Constrain(iterator, limit);
        GetRecordsRequest request = new() { ShardIterator = iterator!, Limit = limit };
        GetRecordsResponse response = await call.Changes!.GetRecordsAsync(request, cancellationToken).ConfigureAwait(false);

        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartArray("Records"u8);
        foreach (StreamRecord record in response.Records)
        {
            RecordWriter.Write(call.Output, record);
        }

        call.Output.Json.WriteEndArray();
        if (response.NextShardIterator is not null)
        {
            call.Output.Json.WriteString("NextShardIterator"u8, response.NextShardIterator);
        }

        call.Output.Json.WriteEndObject();
    }

    private static (string? Iterator, int? Limit) Read(ref RequestReader reader)
    {
        string? iterator = null;
        int? limit = null;
        while (reader.NextMember())
        {
            if (reader.Is("ShardIterator"u8))
            {
                iterator = reader.ReadString();
            }
            else if (reader.Is("Limit"u8))
            {
                limit = reader.ReadInt32();
            }
            else
            {
                reader.Skip();
            }
        }

        return (iterator, limit);
    }

    private static void Constrain(string? iterator, int? limit)
    {
        Constraints constraints = new();
        constraints.Required(iterator is not null, "shardIterator");
        if (iterator is not null)
        {
            constraints.Length(iterator.Length, iterator, 1, IteratorCharactersMax, "shardIterator");
        }

        StreamConstraints.ConstrainLimit(constraints, limit);
        constraints.ThrowIfBroken();
    }
}
