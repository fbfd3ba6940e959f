using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>
/// What an update makes of an item: see "Update expressions" of the developer guide. All values are computed from the old item
/// first; then each is put in its place, positions in lists being those of the old item; then removed elements are dropped.
/// </summary>
internal static class Updates
{
    /// <summary>The new item, or null if there was none and the update has nothing to create.</summary>
    /// <param name="update">The update.</param>
    /// <param name="key">The item's key.</param>
    /// <param name="old">The item as it is, or null.</param>
    public static Item? Apply(UpdateExpression? update, Item key, Item? old)
    {
        if (update is null)
        {
            return old ?? key;
        }

        // AWS leaves a missing item absent when there is nothing to put into it, and forgives removing a nested path of it
        if (old is null && update.Actions.All(action => action is RemoveAction or DeleteAction))
        {
            return null;
        }

        Document.Map document = new(old ?? key);
        List<(Document.Slot Slot, UpdateAction Action)> changes = [];
        foreach (UpdateAction action in update.Actions.Where(action => old is not null || action is not RemoveAction))
        {
            changes.Add((document.Locate(action.Path) ?? throw StorageErrors.UpdatePathInvalid(), action));
        }

        foreach ((Document.Slot slot, UpdateAction action) in changes)
        {
            slot.Replace(NewValue(action, old ?? key));
        }

        return document.ToItem();
    }

    /// <summary>What an action puts in its place; null for nothing.</summary>
    private static AttributeValue? NewValue(UpdateAction action, Item old) => action switch
    {
        SetAction set => Evaluate(set.Value, old),
        RemoveAction => null,
        AddAction add => Added(Paths.Resolve(add.Path, old), add.Value),
        DeleteAction delete => Deleted(Paths.Resolve(delete.Path, old), delete.Value),
        _ => throw new ArgumentException("An unknown kind of action.", nameof(action)),
    };

    private static AttributeValue Evaluate(UpdateOperand operand, Item old) => operand switch
    {
        UpdateValue value => value.Value,
        UpdatePath path => Paths.Resolve(path.Path, old) ?? throw StorageErrors.UpdateOperandMissing(),
        IfNotExists fallback => Paths.Resolve(fallback.Path, old) ?? Evaluate(fallback.Fallback, old),
        ListAppend append =>
            AttributeValue.List([.. OfType(append.First, AttributeType.List, old).AsList(), .. OfType(append.Second, AttributeType.List, old).AsList()]),
        Plus plus => Sum(OfType(plus.Left, AttributeType.Number, old), OfType(plus.Right, AttributeType.Number, old)),
        Minus minus => Sum(OfType(minus.Left, AttributeType.Number, old), OfType(minus.Right, AttributeType.Number, old).AsNumber().Negate()),
        _ => throw new ArgumentException("An unknown kind of operand.", nameof(operand)),
    };

    private static AttributeValue OfType(UpdateOperand operand, AttributeType type, Item old)
    {
        AttributeValue value = Evaluate(operand, old);
        return value.Type == type ? value : throw StorageErrors.UpdateOperandType();
    }

    private static AttributeValue Sum(AttributeValue left, AttributeValue right) =>
        Number.TryAdd(left.AsNumber(), right.AsNumber(), out Number sum) switch
        {
            NumberError.None => sum,
            NumberError.Underflow => throw StorageErrors.NumberUnderflow(),
            _ => throw StorageErrors.NumberOverflow(),
        };

    private static AttributeValue Added(AttributeValue? present, AttributeValue operand)
    {
        if (present is not { } old)
        {
            return operand;
        }

        if (old.Type != operand.Type)
        {
            throw StorageErrors.UpdateOperandType();
        }

        return operand.Type == AttributeType.Number ? Sum(old, operand) : Sets.Union(old, operand);
    }

    private static AttributeValue? Deleted(AttributeValue? present, AttributeValue operand)
    {
        if (present is not { } old)
        {
            return null;
        }

        return old.Type == operand.Type ? Sets.Except(old, operand) : throw StorageErrors.UpdateOperandType();
    }
}
