using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Fetches pages, and reads the entities out of them.</summary>
internal static class QueryPages
{
    public static ValueTask<QueryResponse> FetchAsync(QueryPlan plan, in QueryRequest request, CancellationToken cancellationToken)
    {
        try
        {
            ValueTask<QueryResponse> response = plan.Connection.Backend.QueryAsync(request, cancellationToken);
            return response.IsCompletedSuccessfully && !plan.Pattern.FetchesFromTable ? response : Await(plan, response, cancellationToken);
        }
        catch (StorageException error)
        {
            return ValueTask.FromException<QueryResponse>(StorageFailure.OfQuery(plan.Pattern.Model, error));
        }

        static async ValueTask<QueryResponse> Await(QueryPlan plan, ValueTask<QueryResponse> pending, CancellationToken cancellationToken)
        {
            QueryResponse response;
            try
            {
                response = await pending.ConfigureAwait(false);
            }
            catch (StorageException error)
            {
                throw StorageFailure.OfQuery(plan.Pattern.Model, error);
            }

            return plan.Pattern.FetchesFromTable && response.Items is { Count: > 0 } entries
                ? response with { Items = await IndexEntries.FetchAsync(plan, entries, cancellationToken).ConfigureAwait(false) }
                : response;
        }
    }

    /// <summary>
    /// Reads an item as the plan's entity. False for an item of another entity of the table, which shares the partition and is not asked for.
    /// </summary>
    /// <exception cref="EntityMappingException">The item does not fit the class; or no entity of the table has the item's type.</exception>
    public static bool TryRead<TEntity>(QueryPlan plan, ReadOnlyMemory<byte> item, out TEntity entity)
        where TEntity : notnull, IEntity<TEntity>
    {
        if (plan.Pattern.Model.Utf8TypeAttribute is { } typeAttribute && plan.Connection.Entities.Count > 1)
        {
            ReadOnlySpan<byte> type = EncodedItems.TypeOf(plan.Connection.Backend, item, typeAttribute);
            if (!type.SequenceEqual(plan.Pattern.Model.Utf8Name) && plan.Connection.Knows(type))
            {
                entity = default!;
                return false;
            }
        }

        entity = EncodedItems.Read<TEntity>(plan.Connection.Backend, item);
        return true;
    }
}
