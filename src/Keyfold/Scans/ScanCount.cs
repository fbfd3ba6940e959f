using Keyfold.Storage;

namespace Keyfold;

/// <summary>Counts the entities of a scan.</summary>
internal static class ScanCount
{
    public static ValueTask<int> CountAsync<TEntity>(ScanPlan plan, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity> => plan is { TakenMax: null, FetchesFromTable: false }
        ? Enumerations.CountAsync(new ScanPages(plan, Select.Count), cancellationToken)
        : Enumerations.CountAsync(new EntityEnumerator<TEntity, ScanPages>(new ScanPages(plan), cancellationToken));
}
