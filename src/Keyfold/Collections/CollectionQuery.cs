using System.ComponentModel;
using System.Text;

namespace Keyfold;

/// <summary>A query for an item collection that has not been sent: entities of several types that share a partition key. Immutable.</summary>
/// <typeparam name="TCollection">The class of the result.</typeparam>
public sealed class CollectionQuery<TCollection>
    where TCollection : class, IItemCollection<TCollection>
{
    private readonly QueryPlan _plan;

    /// <summary>Makes the query of a plan; called by generated code.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public CollectionQuery(QueryPlan plan) => _plan = plan;

    /// <summary>Sees every write that was acknowledged before. Costs twice the units, and a global secondary index does not have it.</summary>
    public CollectionQuery<TCollection> Consistent() => new(_plan with { Consistent = true });

    /// <summary>Goes from the highest sort key down, in the lists too.</summary>
    public CollectionQuery<TCollection> Descending() => new(_plan with { Descending = true });

    /// <summary>Reads the whole collection, which takes one request for each megabyte.</summary>
    /// <exception cref="EntityMappingException">An item does not fit its class.</exception>
    public async ValueTask<TCollection> ToCollectionAsync(CancellationToken cancellationToken = default)
    {
        var items = new CollectionItems(_plan.Connection);
        byte[] typeAttribute = Encoding.UTF8.GetBytes(_plan.Pattern.Model.TypeAttribute!);
        var progress = new ReadProgress<QueryPages>(new QueryPages(_plan));
        while (!progress.IsDone)
        {
            ItemPage page = await progress.FetchAsync(cancellationToken).ConfigureAwait(false);
            progress.Accept(page);
            foreach (ReadOnlyMemory<byte> item in page.Items!)
            {
                items.Add(item, typeAttribute);
            }
        }

        return TCollection.Create(items);
    }

    /// <summary>What would be sent, and what it would cost. Nothing is sent.</summary>
    public QueryExplanation Explain() => new(_plan);
}
