using Keyfold.Storage;

namespace Keyfold;

/// <summary>How far a query has come: which request is next, and whether there is one.</summary>
internal struct QueryProgress
{
    private readonly QueryPlan _plan;
    private QueryRequest _request;
    private int? _evaluatedLeft;
    private int? _takenLeft;

    public QueryProgress(QueryPlan plan, Select select = Select.Default, bool reportsCapacity = false)
    {
        _plan = plan;
        _evaluatedLeft = plan.EvaluatedMax;
        _takenLeft = plan.TakenMax;
        _request = plan.ToRequest() with
        {
            Select = select,
            ReturnConsumedCapacity = reportsCapacity ? ReturnConsumedCapacity.Total : ReturnConsumedCapacity.None,
        };
    }

    /// <summary>Whether no page is left.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether as many entities were given as were asked for.</summary>
    public readonly bool HasTakenAll => _takenLeft <= 0;

    /// <summary>Sends the request for the next page.</summary>
    public readonly ValueTask<QueryResponse> FetchAsync(CancellationToken cancellationToken) => QueryPages.FetchAsync(_plan, _request, cancellationToken);

    /// <summary>Notes a page.</summary>
    public void Accept(in QueryResponse page)
    {
        _evaluatedLeft -= page.ScannedCount;
        IsDone = page.LastEvaluatedKey is null || _evaluatedLeft <= 0;
        _request = _request with { ExclusiveStartKey = page.LastEvaluatedKey, Limit = _plan.LimitOf(_evaluatedLeft, _takenLeft) };
    }

    /// <summary>Notes that an entity was given.</summary>
    public void Take() => _takenLeft--;
}
