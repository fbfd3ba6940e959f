using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>Scan.</summary>
internal static class ScanOperation
{
    public static async ValueTask HandleAsync(OperationCall call, CancellationToken cancellationToken)
    {
        ReadMembers members = call.Read(ReadMembers.ReadScan);
        members.Validate();
        ScanResponse response = await call.Backend.ScanAsync(
            new ScanRequest
            {
                TableName = members.TableName,
                IndexName = members.IndexName,
                Filter = members.Filter,
                Projection = members.Projection,
                Select = members.Select,
                Limit = members.Limit,
                ExclusiveStartKey = members.ExclusiveStartKey,
                Segment = members.Segment,
                TotalSegments = members.TotalSegments,
                ConsistentRead = members.ConsistentRead,
                ReturnConsumedCapacity = members.Return.Capacity,
            },
            cancellationToken).ConfigureAwait(false);
        PageResponse.Write(
            call.Output, response.Items, response.Count, response.ScannedCount, response.LastEvaluatedKey, response.ConsumedCapacity);
    }
}
