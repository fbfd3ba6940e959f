using Keyfold.Expressions;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Counts the entities of a query.</summary>
internal static class QueryCount
{
    public static async ValueTask<int> CountAsync<TEntity>(QueryPlan plan, CancellationToken cancellationToken)
        where TEntity : notnull, IEntity<TEntity>
    {
        int count = 0;
        if (plan.Pattern.FetchesFromTable || plan.TakenMax is not null)
        {
            var entities = new QueryEnumerator<TEntity>(plan, cancellationToken);
            while (await entities.MoveNextAsync().ConfigureAwait(false))
            {
                count++;
            }

            return count;
        }

        // items are not seen, so that the backend has to tell the entity's from others in the partition
        QueryPlan counted = plan.Pattern.Model.TypeAttribute is { } type && plan.Connection.Entities.Count > 1
            ? plan with { Filter = Conditions.And(IsOfType(type, plan.Pattern.Model.Name), plan.Filter) }
            : plan;
        var progress = new QueryProgress(counted, Select.Count);
        while (!progress.IsDone)
        {
            QueryResponse page = await progress.FetchAsync(cancellationToken).ConfigureAwait(false);
            progress.Accept(page);
            count += page.Count;
        }

        return count;
    }

    private static Comparison IsOfType(string typeAttribute, string name) =>
        new(new PathOperand(typeAttribute), ComparisonOperator.Equal, new ValueOperand(name));
}
