using Keyfold.Keys;
using Keyfold.Mapping;

namespace Keyfold;

/// <summary>Fetches the whole items of the entries of an index that does not keep them whole.</summary>
internal static class IndexEntries
{
    /// <summary>A page of entities for a page of what was read: the same one, unless they have to be fetched.</summary>
    public static async ValueTask<ItemPage> CompleteAsync(ReadPlan plan, ItemPage page, CancellationToken cancellationToken)
    {
        if (!plan.FetchesFromTable || page.Items is not { Count: > 0 } entries)
        {
            return page;
        }

        using (page.Lease)
        {
            return page with { Items = await FetchAsync(plan, entries, cancellationToken).ConfigureAwait(false), Lease = null };
        }
    }

    /// <summary>Gives the items in the order of their entries. One that was deleted since is left out.</summary>
    private static async ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> FetchAsync(
        ReadPlan plan, IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellationToken)
    {
        TableConnection connection = plan.Connection;
        ItemKey[] keys = [.. entries.Select(entry => ItemKeys.Of(connection, entry))];
        var items = new Dictionary<ItemKey, ReadOnlyMemory<byte>>(keys.Length);
        foreach (ItemKey[] chunk in keys.Distinct().Chunk(Limits.BatchGetKeysMax))
        {
            foreach (ReadOnlyMemory<byte> item in
                await BatchReads.FetchAsync(connection, plan.Model, chunk, plan.Consistent, cancellationToken).ConfigureAwait(false))
            {
                items[ItemKeys.Of(connection, item)] = item;
            }
        }

        return [.. keys.Where(items.ContainsKey).Select(key => items[key])];
    }
}
