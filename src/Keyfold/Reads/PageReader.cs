using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold;

/// <summary>Reads a query or a scan page by page.</summary>
internal sealed class PageReader<TEntity, TPages>(TPages pages)
    where TEntity : notnull, IEntity<TEntity>
    where TPages : struct, IPageSource
{
    private ReadProgress<TPages> _progress = new(pages);

    public bool IsDone => _progress.IsDone || _progress.HasTakenAll;

    public async ValueTask<Page<TEntity>> ReadAsync(CancellationToken cancellationToken)
    {
        ItemPage page = await _progress.FetchAsync(cancellationToken).ConfigureAwait(false);
        _progress.Accept(page);
        ReadPlan plan = _progress.Plan;
        IReadOnlyList<ReadOnlyMemory<byte>> items = page.Items!;
        var entities = new List<TEntity>(items.Count);
        int next = 0;
        while (next < items.Count && !_progress.HasTakenAll)
        {
            if (plan.TryRead(items[next++], out TEntity entity))
            {
                entities.Add(entity);
                _progress.Take();
            }
        }

        // cut short in the middle, the page ends at the last item that was taken
        Item? lastKey = next < items.Count ? KeyOf(plan, items[next - 1]) : page.LastKey;
        page.Lease?.Dispose();
        return new Page<TEntity>(entities, lastKey is null ? null : Cursor.Write(plan, lastKey), page.EvaluatedCount, page.CapacityUnits);
    }

    /// <summary>The key as a backend gives it for the last item of a page: that of the table and that of the index.</summary>
    private static Item KeyOf(ReadPlan plan, ReadOnlyMemory<byte> encoded)
    {
        Item item = ItemCodec.Decode(encoded.Span, plan.Connection.Backend.Encoding);
        TableSchema schema = plan.Connection.Schema;
        KeySchema? index = plan.IndexName is { } name ? schema.FindIndex(name)?.Key : null;
        var key = new List<(string, AttributeValue)>();
        foreach ((string attribute, AttributeValue value) in item)
        {
            if (schema.Key.Contains(attribute) || index?.Contains(attribute) == true)
            {
                key.Add((attribute, value));
            }
        }

        return Item.Create([.. key]);
    }
}
