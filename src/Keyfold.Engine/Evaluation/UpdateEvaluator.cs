using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Engine.Evaluation;

/// <summary>
/// Applies update expressions to encoded items. The new item is spliced: runs of attributes and elements that no action names are copied as bytes, at every
/// depth, and only what changes is measured. All right-hand sides read the item as it was.
/// </summary>
/// <remarks>
/// See "Update expressions" in DynamoDB's developer guide. The tree must have passed <c>ExpressionRules</c> and <c>KeyAttributeRules</c>. Where several
/// actions fail, an invalid path is told first, then what the first action in the order of the expression meets.
/// </remarks>
internal static class UpdateEvaluator
{
    /// <summary>Applies an update.</summary>
    /// <param name="update">The changes.</param>
    /// <param name="item">The encoded item; empty when there is none.</param>
    /// <param name="key">The key attributes as an encoded item, which takes the place of a missing item; not read when there is one.</param>
    /// <returns>The new encoded item; null when there was none and the update only removes, which creates nothing.</returns>
    /// <exception cref="StorageException">The update cannot be applied to this item, or its result is no item that may be stored.</exception>
    public static byte[]? Apply(UpdateExpression update, ReadOnlySpan<byte> item, ReadOnlySpan<byte> key)
    {
        UpdatedPaths paths = new(update);
        Span<int> order = paths.Count <= PathOrder.OnStackMax ? stackalloc int[PathOrder.OnStackMax] : new int[paths.Count];
        order = order[..paths.Count];
        PathOrder.Sort(paths, order);
        if (item.IsEmpty)
        {
            item = key;
            order = order[..KeepCreating(update, order)];
            if (order.IsEmpty)
            {
                return null;
            }
        }

        try
        {
            return new UpdateSplice(update, item).Apply(order);
        }
        catch (StorageException) when (order.Length > 1)
        {
            ThrowFirst(update, item, order);
            throw;
        }
    }

    /// <summary>The part of an item that an update names, which is the image UPDATED_OLD of the item before and UPDATED_NEW of the item after.</summary>
    /// <param name="update">The changes.</param>
    /// <param name="item">The encoded item; empty when there is none.</param>
    /// <returns>An encoded item with the named branches alone; null when none of them is there.</returns>
    public static byte[]? UpdatedPart(UpdateExpression update, ReadOnlySpan<byte> item)
    {
        if (item.IsEmpty)
        {
            return null;
        }

        byte[] part = Projector.Project(new UpdatedPaths(update), item);
        return part.Length == BinaryItemFormat.HeaderLength ? null : part;
    }

    // what there is to do without an item: nothing if all actions remove; otherwise all but REMOVE, whose parent is not missed there
    private static int KeepCreating(UpdateExpression update, Span<int> order)
    {
        int kept = 0;
        bool creates = false;
        foreach (int position in order)
        {
            UpdateAction action = update.Actions[position];
            creates |= action is SetAction or AddAction;
            if (action is not RemoveAction)
            {
                order[kept++] = position;
            }
        }

        return creates ? kept : 0;
    }

    // of several errors the one that is told must not depend on the names of the attributes: paths first, then values, in the order of the expression
    private static void ThrowFirst(UpdateExpression update, ReadOnlySpan<byte> item, Span<int> order)
    {
        order.Sort();
        foreach (int position in order)
        {
            if (!EncodedPath.HasParent(item, update.Actions[position].Path))
            {
                throw StorageErrors.UpdatePathInvalid();
            }
        }

        SpliceBuffer output = SpliceBuffer.Rent();
        foreach (int position in order)
        {
            UpdateAction action = update.Actions[position];
            UpdateOperands.WriteResult(action, EncodedPath.Find(item, action.Path), item, ref output);
        }
    }
}
