using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Reads a query page by page.</summary>
internal sealed class PageReader<TEntity>(QueryPlan plan)
    where TEntity : notnull, IEntity<TEntity>
{
    private QueryProgress _progress = new(plan, reportsCapacity: true);

    public bool IsDone => _progress.IsDone || _progress.HasTakenAll;

    public async ValueTask<Page<TEntity>> ReadAsync(CancellationToken cancellationToken)
    {
        QueryResponse response = await _progress.FetchAsync(cancellationToken).ConfigureAwait(false);
        _progress.Accept(response);
        IReadOnlyList<ReadOnlyMemory<byte>> items = response.Items!;
        var entities = new List<TEntity>(items.Count);
        int next = 0;
        while (next < items.Count && !_progress.HasTakenAll)
        {
            if (QueryPages.TryRead(plan, items[next++], out TEntity entity))
            {
                entities.Add(entity);
                _progress.Take();
            }
        }

        // cut short in the middle, the page ends at the last item that was taken
        Item? lastKey = next < items.Count ? KeyOf(items[next - 1]) : response.LastEvaluatedKey;
        return new Page<TEntity>(
            entities,
            lastKey is null ? null : Cursor.Write(plan, lastKey),
            response.ScannedCount,
            response.ConsumedCapacity?.CapacityUnits ?? 0);
    }

    /// <summary>The key as a backend gives it for the last item of a page: that of the table and that of the index.</summary>
    private Item KeyOf(ReadOnlyMemory<byte> encoded)
    {
        Item item = ItemCodec.Decode(encoded.Span, plan.Connection.Backend.Encoding);
        TableSchema schema = plan.Connection.Schema;
        KeySchema? index = plan.Pattern.IndexName is { } name ? schema.FindIndex(name)?.Key : null;
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
