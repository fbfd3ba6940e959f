using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Streams;

namespace Keyfold.Protocol.Streams;

/// <summary>DescribeStream.</summary>
internal static class DescribeStreamOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Constrain();
        StreamConstraints.RequireStreamArn(members.StreamArn!);
        DescribeStreamRequest request = new()
        {
            StreamArn = members.StreamArn!,
            Limit = members.Limit,
            ExclusiveStartShardId = members.ExclusiveStartShardId,
            ParentShardId = members.ParentShardId,
        };
        StreamDescription stream = await call.Changes!.DescribeStreamAsync(request, cancellationToken).ConfigureAwait(false);
        call.Output.Json.WriteStartObject();
        call.Output.Json.WritePropertyName("StreamDescription"u8);
        StreamWriter.Write(call.Output, stream);
        call.Output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        private const string FilterTypes = "CHILD_SHARDS";

        private string? _filterType;

        public string? StreamArn { get; private set; }

        public int? Limit { get; private set; }

        public string? ExclusiveStartShardId { get; private set; }

        public string? ParentShardId { get; private set; }

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
            StreamConstraints.ConstrainLimit(constraints, Limit);
            StreamConstraints.ConstrainShardId(constraints, ExclusiveStartShardId, "exclusiveStartShardId");
            constraints.OneOf(_filterType, FilterTypes, "shardFilter.type");
            StreamConstraints.ConstrainShardId(constraints, ParentShardId, "shardFilter.shardId");
            constraints.ThrowIfBroken();
        }

        private void ReadMember(ref RequestReader reader)
        {
            if (reader.Is("StreamArn"u8))
            {
                StreamArn = reader.ReadString();
            }
            else if (reader.Is("Limit"u8))
            {
                Limit = reader.ReadInt32();
            }
            else if (reader.Is("ExclusiveStartShardId"u8))
            {
                ExclusiveStartShardId = reader.ReadString();
            }
            else if (reader.Is("ShardFilter"u8))
            {
                ReadFilter(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        private void ReadFilter(ref RequestReader reader)
        {
            if (!reader.BeginStructure("ShardFilter"))
            {
                return;
            }

            while (reader.NextMember())
            {
                if (reader.Is("Type"u8))
                {
                    _filterType = reader.ReadString();
                }
                else if (reader.Is("ShardId"u8))
                {
                    ParentShardId = reader.ReadString();
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }
}
