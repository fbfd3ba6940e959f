using Keyfold.Protocol.Requests;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>DeleteItem.</summary>
internal static class DeleteItemOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        WriteMembers members = call.Read(WriteMembers.ReadDelete);
        members.Validate();
        TableSchema schema = await call.Schemas.GetSchemaAsync(members.TableName, cancellationToken).ConfigureAwait(false);
        DeleteItemResponse response = await call.Backend.DeleteItemAsync(
            new DeleteItemRequest
            {
                TableName = members.TableName,
                Key = KeyReader.Read(members.Item, schema.Key),
                Condition = members.Condition,
                ReturnValues = members.Return.Values,
                ReturnItemOnConditionCheckFailure = members.Return.ItemOnFailure,
                ReturnConsumedCapacity = members.Return.Capacity,
                ReturnItemCollectionMetrics = members.Return.Metrics,
            },
            cancellationToken).ConfigureAwait(false);
        WriteResponse.Write(call.Output, response.Attributes, response.ConsumedCapacity, response.ItemCollectionMetrics, schema.Key);
    }
}
