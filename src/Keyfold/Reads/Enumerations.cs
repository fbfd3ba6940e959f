namespace Keyfold;

/// <summary>The verbs that end a query or a scan by going through its entities.</summary>
internal static class Enumerations
{
    public static async ValueTask<List<TEntity>> ToListAsync<TEntity>(IAsyncEnumerator<TEntity> entities)
    {
        var list = new List<TEntity>();
        while (await entities.MoveNextAsync().ConfigureAwait(false))
        {
            list.Add(entities.Current);
        }

        return list;
    }

    public static async ValueTask<TEntity?> FirstOrDefaultAsync<TEntity>(IAsyncEnumerator<TEntity> entities) =>
        await entities.MoveNextAsync().ConfigureAwait(false) ? entities.Current : default;

    public static async ValueTask<int> CountAsync<TEntity>(IAsyncEnumerator<TEntity> entities)
    {
        int count = 0;
        while (await entities.MoveNextAsync().ConfigureAwait(false))
        {
            count++;
        }

        return count;
    }

    /// <summary>Adds up what the pages count.</summary>
    public static async ValueTask<int> CountAsync<TPages>(TPages pages, CancellationToken cancellationToken)
        where TPages : struct, IPageSource
    {
        int count = 0;
        var progress = new ReadProgress<TPages>(pages);
        while (!progress.IsDone)
        {
            ItemPage page = await progress.FetchAsync(cancellationToken).ConfigureAwait(false);
            progress.Accept(page);
            count += page.Count;
            page.Lease?.Dispose();
        }

        return count;
    }
}
