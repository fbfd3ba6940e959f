using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Responses;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>TransactGetItems.</summary>
internal static class TransactGetItemsOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        Members members = call.Read(Members.Read);
        members.Validate();
        TransactKeys keys = new(call.Schemas, members.Items!.Count);
        List<TransactGet> gets = [];
        for (int i = 0; i < members.Items.Count; i++)
        {
            TransactMembers get = members.Items[i].Get!;
            gets.Add(new TransactGet(get.TableName, await keys.ReadAsync(i, get, cancellationToken).ConfigureAwait(false), get.Projection));
        }

        keys.ThrowIfInvalid();
        TransactGetItemsResponse response = await call.Backend.TransactGetItemsAsync(
            new TransactGetItemsRequest { Gets = gets, ReturnConsumedCapacity = members.Return.Capacity }, cancellationToken).ConfigureAwait(false);
        Write(call.Output, in response);
    }

    private static void Write(ResponseWriter output, in TransactGetItemsResponse response)
    {
        output.Json.WriteStartObject();
        output.Json.WriteStartArray("Responses"u8);
        foreach (ReadOnlyMemory<byte> item in response.Items)
        {
            output.Json.WriteStartObject();
            output.OptionalItem("Item"u8, item);
            output.Json.WriteEndObject();
        }

        output.Json.WriteEndArray();
        CapacityWriter.Write(output, response.ConsumedCapacity);
        output.Json.WriteEndObject();
    }

    private sealed class Members
    {
        public List<TransactItemMembers>? Items { get; private set; }

        public ReturnOptions Return;

        public static Members Read(ref RequestReader reader)
        {
            Members members = new();
            while (reader.NextMember())
            {
                if (reader.Is("TransactItems"u8))
                {
                    members.Items = TransactItemMembers.ReadList(ref reader, isWrite: false);
                }
                else if (!members.Return.TryReadCapacity(ref reader))
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
            TransactItemMembers.Constrain(Items, constraints, isWrite: false);
            constraints.ThrowIfBroken();
            Items!.ForEach(item => item.Get!.Validate());
        }
    }
}
