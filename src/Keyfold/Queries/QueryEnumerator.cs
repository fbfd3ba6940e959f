using System.ComponentModel;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Goes through the entities of a query, page by page. Not for concurrent use.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class QueryEnumerator<TEntity> : IAsyncEnumerator<TEntity>
    where TEntity : notnull, IEntity<TEntity>
{
    private readonly QueryPlan _plan;
    private readonly CancellationToken _cancellationToken;
    private QueryProgress _progress;
    private IReadOnlyList<ReadOnlyMemory<byte>> _items = [];
    private int _next;

    internal QueryEnumerator(QueryPlan plan, CancellationToken cancellationToken)
    {
        _plan = plan;
        _cancellationToken = cancellationToken;
        _progress = new QueryProgress(plan);
    }

    /// <inheritdoc/>
    public TEntity Current { get; private set; } = default!;

    /// <inheritdoc/>
    public ValueTask<bool> MoveNextAsync()
    {
        try
        {
            while (!TryMoveInPage())
            {
                if (_progress.IsDone || _progress.HasTakenAll)
                {
                    return new ValueTask<bool>(false);
                }

                ValueTask<QueryResponse> page = _progress.FetchAsync(_cancellationToken);
                if (!page.IsCompletedSuccessfully)
                {
                    return AwaitPageAsync(page);
                }

                Accept(page.Result);
            }

            return new ValueTask<bool>(true);
        }
        catch (EntityMappingException error)
        {
            return ValueTask.FromException<bool>(error);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => default;

    private async ValueTask<bool> AwaitPageAsync(ValueTask<QueryResponse> page)
    {
        Accept(await page.ConfigureAwait(false));
        return await MoveNextAsync().ConfigureAwait(false);
    }

    private void Accept(in QueryResponse page)
    {
        _progress.Accept(page);
        _items = page.Items!;
        _next = 0;
    }

    private bool TryMoveInPage()
    {
        while (_next < _items.Count && !_progress.HasTakenAll)
        {
            if (QueryPages.TryRead(_plan, _items[_next++], out TEntity entity))
            {
                _progress.Take();
                Current = entity;
                return true;
            }
        }

        return false;
    }
}
