using Keyfold.Storage;

namespace Keyfold;

/// <summary>Counts the entities of a query.</summary>
internal static class QueryCount
{
    public static ValueTask<int> CountAsync<TEntity>(QueryPlan plan, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
    {
        if (plan.FetchesFromTable || plan.TakenMax is not null)
        {
            return Enumerations.CountAsync(new EntityEnumerator<TEntity, QueryPages>(new QueryPages(plan), cancellationToken));
        }

        // items are not seen, so that the backend has to tell the entity's from others in the partition
        QueryPlan counted = plan with { Filter = Conditions.And(TypeFilter.Only(plan), plan.Filter) };
        return Enumerations.CountAsync(new QueryPages(counted, Select.Count), cancellationToken);
    }
}
