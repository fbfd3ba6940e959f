using System.Diagnostics;
using Keyfold.Protocol.PartiQL.Planning;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>Makes actions of a transaction's statements. A wrong key cancels the transaction, with a reason at its place.</summary>
internal static class TransactionActions
{
    /// <summary>The reads.</summary>
    public static List<TransactGet> Gets(List<StatementTree> statements, List<TableSchema> schemas)
    {
        List<TransactGet> gets = [];
        for (int i = 0; i < statements.Count; i++)
        {
            SelectTree select = (SelectTree)statements[i];
            KeySchema key = schemas[i].Key;
            PrimaryKey found = OrCancel(() => PrimaryKey.FindAlone(select.Where, key), i, statements.Count) ?? throw TransactionRules.NoSingleItem(i);
            gets.Add(new TransactGet(select.TableName, found.Key, select.Projection));
        }

        return gets;
    }

    /// <summary>The writes and checks.</summary>
    public static List<TransactWriteAction> Writes(List<StatementTree> statements, List<TableSchema> schemas, List<StatementMembers> members)
    {
        List<TransactWriteAction> actions = [];
        for (int i = 0; i < statements.Count; i++)
        {
            StatementTree statement = statements[i];
            TableSchema schema = schemas[i];
            if (statement is ExistsTree exists && OrCancel(() => PrimaryKey.Find(exists.Select.Where, schema.Key), i, statements.Count)?.Rest is null)
            {
                throw TransactionRules.NoCondition(i);
            }

            WritePlan plan = OrCancel(() => WritePlan.Of(statement, schema), i, statements.Count);
            actions.Add(Action(plan) with { ReturnItemOnConditionCheckFailure = members[i].ItemOnFailure });
        }

        return actions;
    }

    /// <summary>The error of a cancelled transaction in PartiQL's words: an INSERT fails because there is such an item.</summary>
    public static StorageException Explain(StorageException exception, List<StatementTree> statements) =>
        StorageErrors.TransactionCanceled(Sequence.From(exception.CancellationReasons.Select((reason, position) =>
            statements[position] is InsertTree && reason.Code == CancellationCode.ConditionalCheckFailed
                ? new CancellationReason(CancellationCode.DuplicateItem, StorageErrors.DuplicateItem().Message)
                : reason)));

    private static TransactWriteAction Action(WritePlan plan) => plan switch
    {
        InsertPlan insert => new TransactPut(plan.TableName, insert.Item) { Condition = plan.Condition },
        UpdatePlan update => new TransactUpdate(plan.TableName, plan.Key, update.Update) { Condition = plan.Condition },
        DeletePlan => new TransactDelete(plan.TableName, plan.Key) { Condition = plan.Condition },
        CheckPlan => new TransactConditionCheck(plan.TableName, plan.Key) { Condition = plan.Condition },
        _ => throw new UnreachableException(),
    };

    private static T OrCancel<T>(Func<T> plan, int position, int count)
    {
        try
        {
            return plan();
        }
        catch (StorageException exception) when (exception.Code == StorageErrorCode.ValidationException)
        {
            CancellationReason[] reasons = new CancellationReason[count];
            Array.Fill(reasons, CancellationReason.None);
            reasons[position] = new CancellationReason(CancellationCode.ValidationError, exception.Message);
            throw StorageErrors.TransactionCanceled(Sequence.Create<CancellationReason>(reasons));
        }
    }
}
