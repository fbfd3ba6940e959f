using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <content>Operations on one item.</content>
public sealed partial class OracleBackend
{
    public ValueTask<GetItemResponse> GetItemAsync(GetItemRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        ExpressionRules.Check(request.Projection);
        OracleTable table = Table(request.TableName);
        Item key = KeyOf(table, request.Key);
        CheckPaths(request.Projection, table);
        Item? item = table.Find(key);
        Units units = new(request.TableName);
        units.AddTable(Units.Read(item is null ? 0 : Sizes.Of(item), request.ConsistentRead));
        return new GetItemResponse { Item = Encode(Project(item, request.Projection)), ConsumedCapacity = units.Report(request.ReturnConsumedCapacity) };
    });

    public ValueTask<PutItemResponse> PutItemAsync(PutItemRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        RequireOldOrNone(request.ReturnValues);
        Item item = Decode(request.Item);
        CheckPutSize(item);
        ConditionRules.Check(request.Condition, "ConditionExpression");
        OracleTable table = Table(request.TableName);
        KeyRules.CheckItem(item, table.Schema);
        CheckPaths(request.Condition, table);

        Item key = table.KeyOf(item);
        Item? old = table.Find(key);
        RequireCondition(request.Condition, old, request.ReturnItemOnConditionCheckFailure);
        table.Write(key, item);
        return new PutItemResponse
        {
            Attributes = request.ReturnValues == ReturnValues.AllOld ? Encode(old) : default,
            ConsumedCapacity = WriteCapacity(table, old, item, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = request.ReturnItemCollectionMetrics ? Metrics(table, key) : null,
        };
    });

    public ValueTask<DeleteItemResponse> DeleteItemAsync(DeleteItemRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        RequireOldOrNone(request.ReturnValues);
        ConditionRules.Check(request.Condition, "ConditionExpression");
        OracleTable table = Table(request.TableName);
        Item key = KeyOf(table, request.Key);
        CheckPaths(request.Condition, table);

        Item? old = table.Find(key);
        RequireCondition(request.Condition, old, request.ReturnItemOnConditionCheckFailure);
        table.Write(key, null);
        return new DeleteItemResponse
        {
            Attributes = request.ReturnValues == ReturnValues.AllOld ? Encode(old) : default,
            ConsumedCapacity = WriteCapacity(table, old, null, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = request.ReturnItemCollectionMetrics ? Metrics(table, key) : null,
        };
    });

    public ValueTask<UpdateItemResponse> UpdateItemAsync(UpdateItemRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        UpdateRules.Check(request.Update);
        ConditionRules.Check(request.Condition, "ConditionExpression");
        OracleTable table = Table(request.TableName);
        Item key = KeyOf(table, request.Key);
        UpdateRules.CheckKeys(request.Update, table.Schema);
        CheckPaths(request.Condition, table);

        Item? old = table.Find(key);
        RequireCondition(request.Condition, old, request.ReturnItemOnConditionCheckFailure);
        Item? updated = Update(table, request.Update, key, old);
        table.Write(key, updated);
        return new UpdateItemResponse
        {
            Attributes = Encode(Image(request.ReturnValues, request.Update, old, updated)),
            ConsumedCapacity = WriteCapacity(table, old, updated, request.ReturnConsumedCapacity),
            ItemCollectionMetrics = request.ReturnItemCollectionMetrics ? Metrics(table, key) : null,
        };
    });

    private static Item? Update(OracleTable table, UpdateExpression? update, Item key, Item? old)
    {
        Item? updated = Updates.Apply(update, key, old);
        if (updated is null)
        {
            return null;
        }

        if (Sizes.Of(updated) > Limits.ItemBytesMax)
        {
            throw StorageErrors.ItemTooLargeByUpdate();
        }

        if (Sizes.Levels(updated) > Limits.NestingLevelsMax)
        {
            throw StorageErrors.NestedTooDeep();
        }

        KeyRules.CheckUpdated(updated, table.Schema);
        return updated;
    }

    /// <summary>What an update returns; null where there is nothing to show.</summary>
    private static Item? Image(ReturnValues kind, UpdateExpression? update, Item? old, Item? updated)
    {
        IEnumerable<DocumentPath> paths = (update?.Actions ?? []).Select(action => action.Path);
        Item? image = kind switch
        {
            ReturnValues.AllOld => old,
            ReturnValues.AllNew => updated,
            ReturnValues.UpdatedOld when old is not null => Paths.Select(paths, old),
            ReturnValues.UpdatedNew when updated is not null => Paths.Select(paths, updated),
            _ => null,
        };
        return image?.Count == 0 ? null : image;
    }

    private static Item? Project(Item? item, ProjectionExpression? projection) =>
        item is null || projection is null ? item : Paths.Select(projection.Paths, item);

    private static void RequireCondition(Condition? condition, Item? old, bool returnItem)
    {
        if (!Conditions.Holds(condition, old ?? Item.Empty))
        {
            throw StorageErrors.ConditionalCheckFailed(returnItem ? Encode(old) : default);
        }
    }

    private static void RequireOldOrNone(ReturnValues returnValues)
    {
        if (returnValues is not (ReturnValues.None or ReturnValues.AllOld))
        {
            throw StorageErrors.Validation("ReturnValues can only be ALL_OLD or NONE");
        }
    }

    private static void CheckPutSize(Item item)
    {
        if (Sizes.Of(item) > Limits.ItemBytesMax)
        {
            throw StorageErrors.ItemTooLarge();
        }
    }

    private static void CheckPaths(Condition? condition, OracleTable table) => KeyRules.CheckScalars(ConditionRules.PathsOf(condition), table.Schema);

    private static void CheckPaths(ProjectionExpression? projection, OracleTable table) => KeyRules.CheckScalars(projection?.Paths ?? [], table.Schema);

    private static ConsumedCapacity? WriteCapacity(OracleTable table, Item? old, Item? written, ReturnConsumedCapacity level)
    {
        Units units = new(table.Schema.Name);
        units.AddWrite(table, old, written, factor: 1);
        return units.Report(level);
    }

    // an item collection of this model never comes near the first gigabyte
    private static ItemCollectionMetrics? Metrics(OracleTable table, Item key) =>
        table.Schema.Indexes.Any(index => index.Kind == Schema.SecondaryIndexKind.Local)
            ? new ItemCollectionMetrics(key[table.Schema.Key.Partition[0].Name], 0, 1)
            : null;
}
