using Keyfold.Aws.Transport;
using Keyfold.Storage;

namespace Keyfold.Aws.Requests;

/// <summary>The bodies of requests for a page of items. Specified by Query and Scan of the Amazon DynamoDB API reference.</summary>
internal static class PageRequests
{
    public static void Write(RequestBuffer body, DeclaredTables tables, in QueryRequest request, bool consistent)
    {
        tables.WriteStart(body, request.TableName);
        OptionMembers.Index(body, request.IndexName);
        ExpressionMembers.KeyCondition(body, request.KeyCondition);
        ExpressionMembers.Filter(body, request.Filter);
        ExpressionMembers.Projection(body, request.Projection);
        ExpressionMembers.Placeholders(body);
        OptionMembers.Select(body, request.Select);
        body.Raw(request.Descending ? ",\"ScanIndexForward\":false"u8 : default);
        OptionMembers.Number(body, ",\"Limit\":"u8, request.Limit);
        OptionMembers.StartKey(body, request.ExclusiveStartKey);
        OptionMembers.ConsistentRead(body, request.ConsistentRead || (consistent && request.IndexName is null));
        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        body.Raw("}"u8);
    }

    public static void Write(RequestBuffer body, DeclaredTables tables, in ScanRequest request, bool consistent)
    {
        tables.WriteStart(body, request.TableName);
        OptionMembers.Index(body, request.IndexName);
        ExpressionMembers.Filter(body, request.Filter);
        ExpressionMembers.Projection(body, request.Projection);
        ExpressionMembers.Placeholders(body);
        OptionMembers.Select(body, request.Select);
        OptionMembers.Number(body, ",\"Limit\":"u8, request.Limit);
        OptionMembers.StartKey(body, request.ExclusiveStartKey);
        OptionMembers.Number(body, ",\"Segment\":"u8, request.Segment);
        OptionMembers.Number(body, ",\"TotalSegments\":"u8, request.TotalSegments);
        OptionMembers.ConsistentRead(body, request.ConsistentRead || (consistent && request.IndexName is null));
        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        body.Raw("}"u8);
    }
}
