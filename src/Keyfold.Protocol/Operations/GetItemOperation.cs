using Keyfold.Expressions;
using Keyfold.Protocol.Legacy;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>GetItem.</summary>
internal static class GetItemOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Constrain();
        ProjectionExpression? projection = members.Parse();
        string tableName = TableNames.Resolve(members.TableName!);
        TableSchema schema = await call.Schemas.GetSchemaAsync(tableName, cancellationToken).ConfigureAwait(false);
        GetItemResponse response = await call.Backend.GetItemAsync(
            new GetItemRequest
            {
                TableName = tableName,
                Key = KeyReader.Read(members.Key, schema.Key),
                ConsistentRead = members.ConsistentRead,
                Projection = projection,
                ReturnConsumedCapacity = members.Return.Capacity,
            },
            cancellationToken).ConfigureAwait(false);
        Write(call.Output, in response);
    }

    private static void Write(ResponseWriter output, in GetItemResponse response)
    {
        output.Json.WriteStartObject();
        output.OptionalItem("Item"u8, response.Item);
        CapacityWriter.Write(output, response.ConsumedCapacity);
        output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        public string? TableName { get; private set; }

        public EncodedMember Key { get; private set; }

        public bool ConsistentRead { get; private set; }

        public ReturnOptions Return;

        private readonly ExpressionMembers _expressions = new(ExpressionKinds.Projection);
        private readonly LegacyMembers _legacy = new(LegacyKinds.AttributesToGet);

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("TableName"u8))
                {
                    members.TableName = reader.ReadString();
                }
                else if (reader.Is("Key"u8))
                {
                    members.Key = reader.ReadItem();
                }
                else if (reader.Is("ConsistentRead"u8))
                {
                    members.ConsistentRead = reader.ReadBoolean() ?? false;
                }
                else if (!members.Return.TryReadCapacity(ref reader)
                    && !members._expressions.TryRead(ref reader)
                    && !members._legacy.TryRead(ref reader))
                {
                    reader.Skip();
                }
            }

            return members;
        }

        public void Constrain()
        {
            Constraints constraints = new();
            _legacy.Constrain(constraints);
            Return.Constrain(constraints);
            constraints.Required(Key.IsPresent, "key");
            constraints.TableName(TableName, "tableName");
            constraints.ThrowIfBroken();
        }

        public ProjectionExpression? Parse()
        {
            _legacy.CheckNotMixed(_expressions);
            _expressions.CheckPlaceholdersAreUsable();
            Key.RequireValid();
            ProjectionExpression? projection = _legacy.Projection();
            _expressions.CheckPlaceholders();
            projection ??= _expressions.ParseProjection();
            _expressions.RequireAllUsed();
            return projection;
        }
    }
}
