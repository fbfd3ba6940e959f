using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Fetches the pages of a scan.</summary>
internal readonly struct ScanPages : IPageSource
{
    private readonly ScanPlan _plan;
    private readonly ScanRequest _request;

    public ScanPages(ScanPlan plan, Select select = Select.Default, bool reportsCapacity = false)
    {
        _plan = plan;
        _request = plan.ToRequest(select) with
        {
            ReturnConsumedCapacity = reportsCapacity ? ReturnConsumedCapacity.Total : ReturnConsumedCapacity.None,
        };
    }

    public ReadPlan Plan => _plan;

    public async ValueTask<ItemPage> FetchAsync(Item? startKey, int? limit, CancellationToken cancellationToken)
    {
        ItemPage page;
        try
        {
            ScanRequest request = _request with { ExclusiveStartKey = startKey, Limit = limit };
            ScanResponse response = await _plan.Connection.Backend.ScanAsync(request, cancellationToken).ConfigureAwait(false);
            page = new ItemPage(
                response.Items,
                response.Count,
                response.ScannedCount,
                response.LastEvaluatedKey,
                response.ConsumedCapacity?.CapacityUnits ?? 0,
                response.Lease);
        }
        catch (StorageException error)
        {
            throw StorageFailure.OfScan(_plan.Model, error);
        }

        return await IndexEntries.CompleteAsync(_plan, page, cancellationToken).ConfigureAwait(false);
    }
}
