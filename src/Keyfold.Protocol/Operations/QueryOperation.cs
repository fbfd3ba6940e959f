using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>Query.</summary>
internal static class QueryOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        ReadMembers members = call.Read(ReadMembers.ReadQuery);
        members.Validate();
        QueryResponse response = await call.Backend.QueryAsync(
            new QueryRequest
            {
                TableName = members.TableName,
                IndexName = members.IndexName,
                KeyCondition = members.KeyCondition!,
                Filter = members.Filter,
                Projection = members.Projection,
                Select = members.Select,
                Descending = !members.ScanIndexForward,
                Limit = members.Limit,
                ExclusiveStartKey = members.ExclusiveStartKey,
                ConsistentRead = members.ConsistentRead,
                ReturnConsumedCapacity = members.Return.Capacity,
            },
            cancellationToken).ConfigureAwait(false);
        PageResponse.Write(
            call.Output, response.Items, response.Count, response.ScannedCount, response.LastEvaluatedKey, response.ConsumedCapacity);
    }
}
