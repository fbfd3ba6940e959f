using System.Diagnostics;
using Keyfold.Aws.Transport;
using Keyfold.Keys;
using Keyfold.Storage;

namespace Keyfold.Aws.Requests;

/// <summary>The bodies of transactions. Specified by TransactGetItems and TransactWriteItems of the Amazon DynamoDB API reference.</summary>
internal static class TransactionRequests
{
    public static void Write(RequestBuffer body, DeclaredTables tables, in TransactGetItemsRequest request)
    {
        body.Raw("{\"TransactItems\":["u8);
        for (int i = 0; i < request.Gets.Count; i++)
        {
            body.Raw(i == 0 ? "{\"Get\":"u8 : ",{\"Get\":"u8);
            TransactGet get = request.Gets[i];
            WriteKey(body, tables[get.TableName], get.Key);
            ExpressionMembers.Projection(body, get.Projection);
            ExpressionMembers.Placeholders(body);
            body.Raw("}}"u8);
        }

        body.Raw("]"u8);
        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        body.Raw("}"u8);
    }

    public static void Write(RequestBuffer body, DeclaredTables tables, in TransactWriteItemsRequest request)
    {
        body.Raw("{\"TransactItems\":["u8);
        for (int i = 0; i < request.Actions.Count; i++)
        {
            body.Raw(i == 0 ? default : ","u8);
            Write(body, tables, request.Actions[i]);
        }

        body.Raw("]"u8);
        if (request.ClientRequestToken is { } token)
        {
            body.Raw(",\"ClientRequestToken\":"u8);
            body.Text(token);
        }

        OptionMembers.Capacity(body, request.ReturnConsumedCapacity);
        body.Raw("}"u8);
    }

    private static void Write(RequestBuffer body, DeclaredTables tables, TransactWriteAction action)
    {
        switch (action)
        {
            case TransactPut put:
                body.Raw("{\"Put\":"u8);
                tables.WriteStart(body, put.TableName);
                body.Raw(",\"Item\":"u8);
                body.Raw(put.Item.Span);
                break;
            case TransactUpdate update:
                body.Raw("{\"Update\":"u8);
                WriteKey(body, tables[update.TableName], update.Key);
                ExpressionMembers.Update(body, update.Update);
                break;
            case TransactDelete delete:
                body.Raw("{\"Delete\":"u8);
                WriteKey(body, tables[delete.TableName], delete.Key);
                break;
            case TransactConditionCheck check:
                body.Raw("{\"ConditionCheck\":"u8);
                WriteKey(body, tables[check.TableName], check.Key);
                break;
            default:
                throw new UnreachableException();
        }

        ExpressionMembers.Condition(body, action.Condition);
        ExpressionMembers.Placeholders(body);
        OptionMembers.ReturnItemOnFailure(body, action.ReturnItemOnConditionCheckFailure);
        body.Raw("}}"u8);
    }

    private static void WriteKey(RequestBuffer body, DeclaredTable table, ItemKey key)
    {
        table.WriteStart(body);
        body.Raw(",\"Key\":"u8);
        table.WriteKey(body, key);
    }
}
