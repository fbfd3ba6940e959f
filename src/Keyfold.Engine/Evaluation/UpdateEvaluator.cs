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
/// actions fail, the error is that of the first path in the order of the item.
/// </remarks>
internal static class UpdateEvaluator
{
    /// <summary>Applies an update.</summary>
    /// <param name="update">The changes.</param>
    /// <param name="item">The encoded item; empty when there is none.</param>
    /// <param name="key">The key attributes as an encoded item, which a new item starts with; not read when there is an item.</param>
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
            // nothing to remove, and a missing parent is no error there
            order = order[..KeepAdditions(update, order)];
            if (order.IsEmpty)
            {
                return null;
            }
        }

        UpdateSplice splice = new(update, item);
        return splice.Apply(item.IsEmpty ? key : item, order);
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

    private static int KeepAdditions(UpdateExpression update, Span<int> order)
    {
        int kept = 0;
        foreach (int position in order)
        {
            if (update.Actions[position] is SetAction or AddAction)
            {
                order[kept++] = position;
            }
        }

        return kept;
    }
}
