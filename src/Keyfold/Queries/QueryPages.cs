using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Fetches the pages of a query.</summary>
internal readonly struct QueryPages : IPageSource
{
    private readonly QueryPlan _plan;
    private readonly QueryRequest _request;

    public QueryPages(QueryPlan plan, Select select = Select.Default, bool reportsCapacity = false)
    {
        _plan = plan;
        _request = plan.ToRequest() with
        {
            Select = select,
            ReturnConsumedCapacity = reportsCapacity ? ReturnConsumedCapacity.Total : ReturnConsumedCapacity.None,
        };
    }

    public ReadPlan Plan => _plan;

    public ValueTask<ItemPage> FetchAsync(Item? startKey, int? limit, CancellationToken cancellationToken)
    {
        try
        {
            QueryRequest request = _request with { ExclusiveStartKey = startKey, Limit = limit };
            ValueTask<QueryResponse> response = _plan.Connection.Backend.QueryAsync(request, cancellationToken);
            return response.IsCompletedSuccessfully && !_plan.FetchesFromTable
                ? new ValueTask<ItemPage>(PageOf(response.Result))
                : AwaitAsync(_plan, response, cancellationToken);
        }
        catch (StorageException error)
        {
            return ValueTask.FromException<ItemPage>(StorageFailure.OfQuery(_plan.Model, error));
        }
    }

    private static async ValueTask<ItemPage> AwaitAsync(QueryPlan plan, ValueTask<QueryResponse> pending, CancellationToken cancellationToken)
    {
        ItemPage page;
        try
        {
            page = PageOf(await pending.ConfigureAwait(false));
        }
        catch (StorageException error)
        {
            throw StorageFailure.OfQuery(plan.Model, error);
        }

        return await IndexEntries.CompleteAsync(plan, page, cancellationToken).ConfigureAwait(false);
    }

    private static ItemPage PageOf(in QueryResponse response) =>
        new(response.Items, response.Count, response.ScannedCount, response.LastEvaluatedKey, response.ConsumedCapacity?.CapacityUnits ?? 0, response.Lease);
}
