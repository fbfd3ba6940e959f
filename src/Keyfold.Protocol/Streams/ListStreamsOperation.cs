using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Streams;

namespace Keyfold.Protocol.Streams;

/// <summary>ListStreams.</summary>
internal static class ListStreamsOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        ListStreamsRequest request = call.Read(Read);
        Constrain(request);
        ListStreamsResponse response = await call.Changes!.ListStreamsAsync(request, cancellationToken).ConfigureAwait(false);

        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteStartArray("Streams"u8);
        foreach (StreamSummary stream in response.Streams)
        {
            call.Output.Json.WriteStartObject();
            StreamWriter.WriteNames(call.Output, stream);
            call.Output.Json.WriteEndObject();
        }

        call.Output.Json.WriteEndArray();
        if (response.LastEvaluatedStreamArn is not null)
        {
            call.Output.Json.WriteString("LastEvaluatedStreamArn"u8, response.LastEvaluatedStreamArn);
        }

        call.Output.Json.WriteEndObject();
    }

    private static ListStreamsRequest Read(ref RequestReader reader)
    {
        ListStreamsRequest request = default;
        while (reader.NextMember())
        {
            if (reader.Is("TableName"u8))
            {
                request = request with { TableName = reader.ReadString() };
            }
            else if (reader.Is("Limit"u8))
            {
                request = request with { Limit = reader.ReadInt32() };
            }
            else if (reader.Is("ExclusiveStartStreamArn"u8))
            {
                request = request with { ExclusiveStartStreamArn = reader.ReadString() };
            }
            else
            {
                reader.Skip();
            }
        }

        return request;
    }

    private static void Constrain(in ListStreamsRequest request)
    {
        Constraints constraints = new();
        constraints.Name(request.TableName, "tableName");
        StreamConstraints.ConstrainLimit(constraints, request.Limit);
        StreamConstraints.ConstrainArn(constraints, request.ExclusiveStartStreamArn, "exclusiveStartStreamArn");
        constraints.ThrowIfBroken();
    }
}
