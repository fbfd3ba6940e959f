using System.Globalization;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Mapping;

namespace Keyfold;

/// <summary>What a write, a transaction or a batch would send, and what that costs. <see cref="ToString"/> has it all, a line for each.</summary>
public sealed class RequestExplanation
{
    private RequestExplanation(string operation, string tableName, string subject, IReadOnlyList<string> details, CapacityEstimate capacity)
    {
        Operation = operation;
        TableName = tableName;
        Subject = subject;
        Details = details;
        Capacity = capacity;
    }

    /// <summary>DynamoDB's name of the operation, as <c>UpdateItem</c>.</summary>
    public string Operation { get; }

    /// <summary>The table.</summary>
    public string TableName { get; }

    /// <summary>Which entity, or how many.</summary>
    public string Subject { get; }

    /// <summary>The changes and the condition with their values in place; of a transaction, its actions.</summary>
    public IReadOnlyList<string> Details { get; }

    /// <summary>What it can cost, if what is there is no larger than what is written.</summary>
    public CapacityEstimate Capacity { get; }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join('\n', [$"{Operation,-11}{TableName}, {Subject}", .. Details, $"{"Capacity",-11}{Capacity}"]);

    internal static RequestExplanation OfPut<TEntity>(TableConnection connection, TEntity entity, Condition? condition)
        where TEntity : notnull, IEntity<TEntity>
    {
        TEntity stored = TEntity.AsStored(entity);
        int bytes = new EncodedItem(EncodedItems.Encode(ItemEncoding.Binary, stored)).Size;
        return new RequestExplanation(
            "PutItem",
            connection.TableName,
            SubjectOf(TEntity.Model, TEntity.KeyOf(stored)),
            [string.Create(CultureInfo.InvariantCulture, $"{"Item",-11}{bytes} bytes"), .. Lines(condition)],
            CapacityEstimate.OfWrite(connection.Schema, bytes));
    }

    internal static RequestExplanation OfUpdate(UpdatePlan plan) => new(
        "UpdateItem",
        plan.Connection.TableName,
        SubjectOf(plan.Model, plan.Key),
        [.. plan.ToExpression().Actions.Select(action => $"{"Change",-11}{ExpressionText.Of(action)}"), .. Lines(plan.FullCondition)],
        CapacityEstimate.OfWrite(plan.Connection.Schema, itemBytes: null));

    internal static RequestExplanation OfDelete(TableConnection connection, EntityModel model, ItemKey key, Condition? condition) => new(
        "DeleteItem", connection.TableName, SubjectOf(model, key), [.. Lines(condition)], CapacityEstimate.OfWrite(connection.Schema, itemBytes: null));

    internal static RequestExplanation OfTransaction(TableConnection connection, TransactionAction[] actions)
    {
        using var items = new ItemSegments(connection.Backend.Encoding, actions.Length);
        Array.ForEach(actions, action => action.AddTo(items));
        List<CapacityEstimate> capacities = [.. actions.Select((_, i) => CapacityEstimate.OfWrite(connection.Schema, BytesOf(items, i)))];
        return new RequestExplanation(
            "TransactWriteItems ",
            connection.TableName,
            string.Create(CultureInfo.InvariantCulture, $"{actions.Length} actions"),
            [.. actions.SelectMany(Lines)],
            new CapacityEstimate(2 * capacities.Sum(capacity => capacity.UnitsMin), 2 * capacities.Sum(capacity => capacity.UnitsMax)));
    }

    internal static RequestExplanation OfBatch(TableConnection connection, BatchEntry[] entries)
    {
        using var items = new ItemSegments(connection.Backend.Encoding, entries.Length);
        Array.ForEach(entries, entry => entry.AddTo(items));
        int requests = (entries.Length + Limits.BatchWriteRequestsMax - 1) / Limits.BatchWriteRequestsMax;
        List<CapacityEstimate> capacities = [.. entries.Select((_, i) => CapacityEstimate.OfWrite(connection.Schema, BytesOf(items, i)))];
        return new RequestExplanation(
            "BatchWriteItem ",
            connection.TableName,
            string.Create(CultureInfo.InvariantCulture, $"{entries.Length} puts and deletes in {requests} requests"),
            [],
            new CapacityEstimate(capacities.Sum(capacity => capacity.UnitsMin), capacities.Sum(capacity => capacity.UnitsMax)));
    }

    internal static RequestExplanation OfRead(TableConnection connection, int count) => new(
        "TransactGetItems ",
        connection.TableName,
        string.Create(CultureInfo.InvariantCulture, $"{count} entities"),
        [],
        new CapacityEstimate(2 * count, 2d * count * Limits.ItemBytesMax / Limits.ReadUnitBytes));

    /// <summary>About how large an item is: its encoding is a little larger than what DynamoDB counts. Null where there is none.</summary>
    private static int? BytesOf(ItemSegments items, int index) => items[index].IsEmpty ? null : items[index].Length;

    private static IEnumerable<string> Lines(TransactionAction action) =>
    [
        $"{action.Verb,-11}{SubjectOf(action.Model, action.Key)}",
        .. action.Update is { } update ? update.Actions.Select(change => $"{"Change",-11}{ExpressionText.Of(change)}") : [],
        .. Lines(action.Condition),
    ];

    private static IEnumerable<string> Lines(Condition? condition) => condition is null ? [] : [$"{"Condition",-11}{ExpressionText.Of(condition)}"];

    private static string SubjectOf(EntityModel model, ItemKey key) => $"{model.Name} with {KeyDescription.Of(model, key)}";
}
