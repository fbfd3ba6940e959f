using Keyfold.Aws.Transport;
using Keyfold.Storage;

namespace Keyfold.Aws.Requests;

/// <summary>The bodies of requests on one item. Specified by GetItem, PutItem, UpdateItem and DeleteItem of the Amazon DynamoDB API reference.</summary>
internal static class ItemRequests
{
    public static void Write(RequestBuffer body, DeclaredTables tables, in GetItemRequest request, bool consistent)
    {
        DeclaredTable table = tables[request.TableName];
        table.WriteStart(body);
        body.Raw(",\"Key\":"u8);
        table.WriteKey(body, request.Key);
        OptionMembers.ConsistentRead(body, request.ConsistentRead || consistent);
        ExpressionMembers.Projection(body, request.Projection);
        ExpressionMembers.Placeholders(body);
        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        body.Raw("}"u8);
    }

    public static void Write(RequestBuffer body, DeclaredTables tables, in PutItemRequest request)
    {
        tables.WriteStart(body, request.TableName);
        body.Raw(",\"Item\":"u8);
        body.Raw(request.Item.Span);
        ExpressionMembers.Condition(body, request.Condition);
        ExpressionMembers.Placeholders(body);
        OptionMembers.ReturnValues(body, request.ReturnValues);
        OptionMembers.ReturnItemOnFailure(body, request.ReturnItemOnConditionCheckFailure);
        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        OptionMembers.CollectionMetrics(body, request.ReturnItemCollectionMetrics);
        body.Raw("}"u8);
    }

    public static void Write(RequestBuffer body, DeclaredTables tables, in UpdateItemRequest request)
    {
        DeclaredTable table = tables[request.TableName];
        table.WriteStart(body);
        body.Raw(",\"Key\":"u8);
        table.WriteKey(body, request.Key);
        ExpressionMembers.Update(body, request.Update);
        ExpressionMembers.Condition(body, request.Condition);
        ExpressionMembers.Placeholders(body);
        OptionMembers.ReturnValues(body, request.ReturnValues);
        OptionMembers.ReturnItemOnFailure(body, request.ReturnItemOnConditionCheckFailure);
        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        OptionMembers.CollectionMetrics(body, request.ReturnItemCollectionMetrics);
        body.Raw("}"u8);
    }

    public static void Write(RequestBuffer body, DeclaredTables tables, in DeleteItemRequest request)
    {
        DeclaredTable table = tables[request.TableName];
        table.WriteStart(body);
        body.Raw(",\"Key\":"u8);
        table.WriteKey(body, request.Key);
        ExpressionMembers.Condition(body, request.Condition);
        ExpressionMembers.Placeholders(body);
        OptionMembers.ReturnValues(body, request.ReturnValues);
        OptionMembers.ReturnItemOnFailure(body, request.ReturnItemOnConditionCheckFailure);
        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        OptionMembers.CollectionMetrics(body, request.ReturnItemCollectionMetrics);
        body.Raw("}"u8);
    }
}
