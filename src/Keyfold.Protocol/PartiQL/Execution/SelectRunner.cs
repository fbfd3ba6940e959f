using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Planning;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>Reads pages of a SELECT by its plan.</summary>
internal sealed class SelectRunner(IStorageBackend backend, SelectTree select, TableSchema schema, SelectOptions options)
{
    private readonly SelectPlan _plan = SelectPlan.Of(select, schema);
    private readonly SelectedItem _shape = new(select.Projection);
    private readonly List<ReadOnlyMemory<byte>> _items = [];
    private readonly CapacitySum _capacity = new();
    private long _bytes;
    private int _evaluated;

    /// <summary>Reads one page.</summary>
    public async ValueTask<SelectPage> RunAsync(CancellationToken cancellationToken)
    {
        if (options.ConsistentRead && select.IndexName is not null && schema.FindIndex(select.IndexName)!.Kind == SecondaryIndexKind.Global)
        {
            throw KeyErrors.ConsistentReadOnGlobalIndex();
        }

        SelectPosition? next = _plan.Queries.Count == 0
            ? await ScanAsync(cancellationToken).ConfigureAwait(false)
            : await QueryAsync(cancellationToken).ConfigureAwait(false);
        return new SelectPage(_items, next, _capacity.Tables.Count == 0 ? null : _capacity.Tables[0]);
    }

    private async ValueTask<SelectPosition?> ScanAsync(CancellationToken cancellationToken)
    {
        ScanResponse response = await backend.ScanAsync(
            new ScanRequest
            {
                TableName = select.TableName,
                IndexName = select.IndexName,
                Filter = _plan.Filter,
                Projection = _shape.Projection,
                Limit = options.Limit,
                ExclusiveStartKey = options.Start.StartKey,
                ConsistentRead = options.ConsistentRead,
                ReturnConsumedCapacity = options.Capacity,
            },
            cancellationToken).ConfigureAwait(false);
        Take(response.Items!, response.ScannedCount, response.ConsumedCapacity);
        return Next(0, response.LastEvaluatedKey);
    }

    private async ValueTask<SelectPosition?> QueryAsync(CancellationToken cancellationToken)
    {
        for (int query = options.Start.Query; query < _plan.Queries.Count; query++)
        {
            if (_evaluated >= options.Limit || _bytes >= Limits.PageBytesMax)
            {
                return new SelectPosition(query, null);
            }

            QueryResponse response = await backend.QueryAsync(
                new QueryRequest
                {
                    TableName = select.TableName,
                    IndexName = select.IndexName,
                    KeyCondition = _plan.Queries[query],
                    Filter = _plan.Filter,
                    FilterMayNameKeys = true,
                    Projection = _shape.Projection,
                    Descending = _plan.Descending,
                    Limit = options.Limit - _evaluated,
                    ExclusiveStartKey = query == options.Start.Query ? options.Start.StartKey : null,
                    ConsistentRead = options.ConsistentRead,
                    ReturnConsumedCapacity = options.Capacity,
                },
                cancellationToken).ConfigureAwait(false);
            Take(response.Items!, response.ScannedCount, response.ConsumedCapacity);
            if (Next(query, response.LastEvaluatedKey) is { } next)
            {
                return next;
            }
        }

        return null;
    }

    private void Take(IReadOnlyList<ReadOnlyMemory<byte>> items, int evaluated, ConsumedCapacity? capacity)
    {
        foreach (ReadOnlyMemory<byte> item in items)
        {
            _bytes += new EncodedItem(item.Span).Size;
            _items.Add(_shape.Shape(item));
        }

        _evaluated += evaluated;
        _capacity.Add(capacity);
    }

    private static SelectPosition? Next(int query, Item? lastEvaluatedKey) =>
        lastEvaluatedKey is null ? null : new SelectPosition(query, lastEvaluatedKey);
}

/// <summary>How a SELECT is read.</summary>
/// <param name="Limit">How many items to evaluate at most, or null.</param>
/// <param name="ConsistentRead">Whether every acknowledged write is seen.</param>
/// <param name="Capacity">Whether the capacity is reported.</param>
/// <param name="Start">Where the page starts.</param>
internal readonly record struct SelectOptions(int? Limit, bool ConsistentRead, ReturnConsumedCapacity Capacity, SelectPosition Start);

/// <summary>A page of a SELECT.</summary>
/// <param name="Items">The encoded items.</param>
/// <param name="Next">Where the next page starts, or null at the end.</param>
/// <param name="Capacity">The capacity, if it is reported.</param>
internal readonly record struct SelectPage(IReadOnlyList<ReadOnlyMemory<byte>> Items, SelectPosition? Next, ConsumedCapacity? Capacity);
