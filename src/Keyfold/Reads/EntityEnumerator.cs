namespace Keyfold;

/// <summary>Goes through the entities of a query or a scan, page by page. Not for concurrent use.</summary>
internal sealed class EntityEnumerator<TEntity, TPages> : IAsyncEnumerator<TEntity>
    where TEntity : notnull, IEntity<TEntity>
    where TPages : struct, IPageSource
{
    private readonly CancellationToken _cancellationToken;
    private ReadProgress<TPages> _progress;
    private IReadOnlyList<ReadOnlyMemory<byte>> _items = [];
    private IDisposable? _lease;
    private int _next;

    public EntityEnumerator(TPages pages, CancellationToken cancellationToken)
    {
        _progress = new ReadProgress<TPages>(pages);
        _cancellationToken = cancellationToken;
    }

    public TEntity Current { get; private set; } = default!;

    public ValueTask<bool> MoveNextAsync()
    {
        try
        {
            while (!TryMoveInPage())
            {
                EndPage();
                if (_progress.IsDone || _progress.HasTakenAll)
                {
                    return new ValueTask<bool>(false);
                }

                ValueTask<ItemPage> page = _progress.FetchAsync(_cancellationToken);
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

    public ValueTask DisposeAsync()
    {
        EndPage();
        return default;
    }

    private async ValueTask<bool> AwaitPageAsync(ValueTask<ItemPage> page)
    {
        Accept(await page.ConfigureAwait(false));
        return await MoveNextAsync().ConfigureAwait(false);
    }

    private void Accept(in ItemPage page)
    {
        _progress.Accept(page);
        _items = page.Items!;
        _lease = page.Lease;
        _next = 0;
    }

    /// <summary>Gives back the memory of a page that has been read, or of which no more will be read.</summary>
    private void EndPage()
    {
        if (_lease is not null)
        {
            _items = [];
            _lease.Dispose();
            _lease = null;
        }
    }

    private bool TryMoveInPage()
    {
        while (_next < _items.Count && !_progress.HasTakenAll)
        {
            if (_progress.Plan.TryRead(_items[_next++], out TEntity entity))
            {
                _progress.Take();
                Current = entity;
                return true;
            }
        }

        return false;
    }
}
