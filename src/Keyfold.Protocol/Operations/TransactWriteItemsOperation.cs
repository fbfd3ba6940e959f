using Keyfold.Keys;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Protocol.Validation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>TransactWriteItems.</summary>
internal static class TransactWriteItemsOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Validate();
        TransactKeys keys = new(call.Schemas, members.Items!.Count);
        List<TransactWriteAction> actions = [];
        for (int i = 0; i < members.Items.Count; i++)
        {
            ItemKey key = await keys.ReadAsync(i, members.Items[i].Action, cancellationToken).ConfigureAwait(false);
            actions.Add(ToAction(members.Items[i], key));
        }

        keys.ThrowIfInvalid();
        TransactWriteItemsResponse response = await call.Backend.TransactWriteItemsAsync(
            new TransactWriteItemsRequest
            {
                Actions = actions,
                ClientRequestToken = members.ClientRequestToken,
                ReturnConsumedCapacity = members.Return.Capacity,
                ReturnItemCollectionMetrics = members.Return.Metrics,
            },
            cancellationToken).ConfigureAwait(false);
        Write(call.Output, in response, keys.Schemas);
    }

    private static TransactWriteAction ToAction(TransactItemMembers item, ItemKey key)
    {
        TransactMembers members = item.Action;
        TransactWriteAction action = item switch
        {
            { Put: not null } => new TransactPut(members.TableName, members.Item.Bytes),
            { Update: not null } => new TransactUpdate(members.TableName, key, members.Update!),
            { Delete: not null } => new TransactDelete(members.TableName, key),
            _ => new TransactConditionCheck(members.TableName, key),
        };
        return action with { Condition = members.Condition, ReturnItemOnConditionCheckFailure = members.ItemOnFailure };
    }

    private static void Write(ResponseWriter output, in TransactWriteItemsResponse response, IReadOnlyDictionary<string, TableSchema> schemas)
    {
        output.Json.WriteStartObject();
        CapacityWriter.Write(output, response.ItemCollectionMetrics, schemas);
        CapacityWriter.Write(output, response.ConsumedCapacity);
        output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        public List<TransactItemMembers>? Items { get; private set; }

        public string? ClientRequestToken { get; private set; }

        public ReturnOptions Return;

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("TransactItems"u8))
                {
                    members.Items = TransactItemMembers.ReadList(ref reader, isWrite: true);
                }
                else if (reader.Is("ClientRequestToken"u8))
                {
                    members.ClientRequestToken = reader.ReadString();
                }
                else if (!members.Return.TryRead(ref reader))
                {
                    reader.Skip();
                }
            }

            return members;
        }

        public void Validate()
        {
            Constraints constraints = new();
            Return.Constrain(constraints);
            if (ClientRequestToken is { } token)
            {
                constraints.Length(token.Length, token, 1, Limits.ClientRequestTokenCharactersMax, "clientRequestToken");
            }

            TransactItemMembers.Constrain(Items, constraints, isWrite: true);
            constraints.ThrowIfBroken();
            Items!.ForEach(item => item.ValidateWrite());
        }
    }
}
