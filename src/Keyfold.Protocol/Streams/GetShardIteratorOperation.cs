using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Streams;

namespace Keyfold.Protocol.Streams;

/// <summary>GetShardIterator.</summary>
internal static class GetShardIteratorOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Constrain();
        StreamConstraints.RequireStreamArn(members.StreamArn!);
        GetShardIteratorRequest request = new()
        {
            StreamArn = members.StreamArn!,
            ShardId = members.ShardId!,
            Type = members.IteratorType,
            SequenceNumber = members.SequenceNumber,
        };
        string iterator = await call.Changes!.GetShardIteratorAsync(request, cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WriteString("ShardIterator"u8, iterator);
        call.Output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        private const string Types = "AFTER_SEQUENCE_NUMBER, LATEST, AT_SEQUENCE_NUMBER, TRIM_HORIZON";
        private const int SequenceNumberCharactersMin = 21;
        private const int SequenceNumberCharactersMax = 40;

        private string? _type;

        public string? StreamArn { get; private set; }

        public string? ShardId { get; private set; }

        public string? SequenceNumber { get; private set; }

        public ShardIteratorType IteratorType => _type switch
        {
            "TRIM_HORIZON" => ShardIteratorType.TrimHorizon,
            "LATEST" => ShardIteratorType.Latest,
            "AT_SEQUENCE_NUMBER" => ShardIteratorType.AtSequenceNumber,
            _ => ShardIteratorType.AfterSequenceNumber,
        };

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                members.ReadMember(ref reader);
            }

            return members;
        }

        public void Constrain()
        {
            Constraints constraints = new();
            constraints.Required(StreamArn is not null, "streamArn");
            StreamConstraints.ConstrainArn(constraints, StreamArn, "streamArn");
            constraints.Required(ShardId is not null, "shardId");
            StreamConstraints.ConstrainShardId(constraints, ShardId, "shardId");
            constraints.Required(_type is not null, "shardIteratorType");
            constraints.OneOf(_type, Types, "shardIteratorType");
            if (SequenceNumber is not null)
            {
                constraints.Length(SequenceNumber.Length, SequenceNumber, SequenceNumberCharactersMin, SequenceNumberCharactersMax, "sequenceNumber");
            }

            constraints.ThrowIfBroken();
        }

        private void ReadMember(ref RequestReader reader)
        {
            if (reader.Is("StreamArn"u8))
            {
                StreamArn = reader.ReadString();
            }
            else if (reader.Is("ShardId"u8))
            {
                ShardId = reader.ReadString();
            }
            else if (reader.Is("ShardIteratorType"u8))
            {
                _type = reader.ReadString();
            }
            else if (reader.Is("SequenceNumber"u8))
            {
                SequenceNumber = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }
    }
}
