using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>PutItem.</summary>
internal static class PutItemOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        WriteMembers members = call.Read(WriteMembers.ReadPut);
        members.Validate();
        TableSchema schema = await call.Schemas.GetSchemaAsync(members.TableName, cancellationToken).ConfigureAwait(false);
        PutItemResponse response = await call.Backend.PutItemAsync(
            new PutItemRequest
            {
                TableName = members.TableName,
                Item = members.Item.Bytes,
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
