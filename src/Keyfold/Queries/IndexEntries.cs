using Keyfold.Keys;
using Keyfold.Mapping;

namespace Keyfold;

/// <summary>Fetches the whole items of the entries of an index that does not keep them whole.</summary>
internal static class IndexEntries
{
    /// <summary>Gives the items in the order of their entries. One that was deleted since is left out.</summary>
    public static async ValueTask<IReadOnlyList<ReadOnlyMemory<byte>>> FetchAsync(
        QueryPlan plan, IReadOnlyList<ReadOnlyMemory<byte>> entries, CancellationToken cancellationToken)
    {
        TableConnection connection = plan.Connection;
        ItemKey[] keys = [.. entries.Select(entry => ItemKeys.Of(connection, entry))];
        var items = new Dictionary<ItemKey, ReadOnlyMemory<byte>>(keys.Length);
        foreach (ItemKey[] chunk in keys.Distinct().Chunk(Limits.BatchGetKeysMax))
        {
            foreach (ReadOnlyMemory<byte> item in
                await BatchReads.FetchAsync(connection, plan.Pattern.Model, chunk, plan.Consistent, cancellationToken).ConfigureAwait(false))
            {
                items[ItemKeys.Of(connection, item)] = item;
            }
        }

        return [.. keys.Where(items.ContainsKey).Select(key => items[key])];
    }
}
