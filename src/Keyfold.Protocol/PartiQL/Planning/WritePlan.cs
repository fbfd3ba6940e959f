using System.Diagnostics;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Planning;

/// <summary>A write of one item, or a check of one.</summary>
/// <param name="TableName">The table.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Condition">What must hold of the item, or null.</param>
internal abstract record WritePlan(string TableName, ItemKey Key, Condition? Condition)
{
    /// <summary>Which image of the item is returned.</summary>
    public ReturnValues Returning { get; init; }

    /// <summary>Makes the plan of a statement that is no SELECT.</summary>
    /// <exception cref="StorageException">It does not name one item, or the item can't be written.</exception>
    public static WritePlan Of(StatementTree statement, TableSchema schema)
    {
        Condition exists = new AttributeExists(schema.Key.Partition[0].Name);
        switch (statement)
        {
            case InsertTree insert:
                ItemKey inserted = PrimaryKey.Of(insert.Item, schema.Key);
                return new InsertPlan(insert.TableName, inserted, Encode(insert.Item), new AttributeNotExists(schema.Key.Partition[0].Name));
            case UpdateTree update:
                PrimaryKey updated = PrimaryKey.Require(update.Where, schema.Key);
                return new UpdatePlan(update.TableName, updated.Key, update.Update, Both(exists, updated.Rest)) { Returning = update.Returning };
            case DeleteTree delete:
                PrimaryKey deleted = PrimaryKey.Require(delete.Where, schema.Key);
                return new DeletePlan(delete.TableName, deleted.Key, deleted.Rest) { Returning = delete.Returning };
            case ExistsTree check:
                PrimaryKey tested = PrimaryKey.Require(check.Select.Where, schema.Key);
                return new CheckPlan(check.TableName, tested.Key, Both(exists, tested.Rest));
            default:
                throw new UnreachableException();
        }
    }

    private static Condition Both(Condition first, Condition? second) => second is null ? first : first & second;

    private static byte[] Encode(Item item)
    {
        byte[] encoded;
        try
        {
            encoded = ItemCodec.Encode(item, ItemEncoding.Binary);
        }
        catch (ItemFormatException)
        {
            // texts and numbers have been read from the request: only the levels can be too many
            throw StorageErrors.NestedTooDeep();
        }

        return new EncodedItem(encoded).Size > Limits.ItemBytesMax ? throw StorageErrors.ItemTooLarge() : encoded;
    }
}

/// <summary>Puts an item that must not exist yet.</summary>
internal sealed record InsertPlan(string TableName, ItemKey Key, ReadOnlyMemory<byte> Item, Condition? Condition) : WritePlan(TableName, Key, Condition);

/// <summary>Changes an item.</summary>
internal sealed record UpdatePlan(string TableName, ItemKey Key, UpdateExpression Update, Condition? Condition) : WritePlan(TableName, Key, Condition);

/// <summary>Deletes an item.</summary>
internal sealed record DeletePlan(string TableName, ItemKey Key, Condition? Condition) : WritePlan(TableName, Key, Condition);

/// <summary>Checks an item in a transaction.</summary>
internal sealed record CheckPlan(string TableName, ItemKey Key, Condition? Condition) : WritePlan(TableName, Key, Condition);
