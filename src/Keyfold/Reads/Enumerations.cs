using System.Runtime.CompilerServices;

namespace Keyfold;

/// <summary>The verbs that end a query or a scan by going through its entities or its pages.</summary>
internal static class Enumerations
{
    public static async IAsyncEnumerable<TEntity> EntitiesAsync<TEntity, TPages>(TPages pages, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
        where TPages : struct, IPageSource
    {
        var entities = new EntityEnumerator<TEntity, TPages>(pages, cancellationToken);
        await using (entities.ConfigureAwait(false))
        {
            while (await entities.MoveNextAsync().ConfigureAwait(false))
            {
                yield return entities.Current;
            }
        }
    }

    public static async IAsyncEnumerable<Page<TEntity>> PagesAsync<TEntity, TPages>(TPages pages, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
        where TPages : struct, IPageSource
    {
        var reader = new PageReader<TEntity, TPages>(pages);
        while (!reader.IsDone)
        {
            yield return await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public static ValueTask<Page<TEntity>> FirstPageAsync<TEntity, TPages>(TPages pages, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
        where TPages : struct, IPageSource => new PageReader<TEntity, TPages>(pages).ReadAsync(cancellationToken);

    public static async ValueTask<List<TEntity>> ToListAsync<TEntity>(IAsyncEnumerator<TEntity> entities)
    {
        var list = new List<TEntity>();
        while (await entities.MoveNextAsync().ConfigureAwait(false))
        {
            list.Add(entities.Current);
        }

        return list;
    }

    public static async ValueTask<TEntity?> FirstOrDefaultAsync<TEntity>(IAsyncEnumerator<TEntity> entities)
    {
        await using (entities.ConfigureAwait(false))
        {
            return await entities.MoveNextAsync().ConfigureAwait(false) ? entities.Current : default;
        }
    }

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
