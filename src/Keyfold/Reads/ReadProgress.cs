using Keyfold.Items;

namespace Keyfold;

/// <summary>How far a query or a scan has come: which request is next, and whether there is one.</summary>
internal struct ReadProgress<TPages>
    where TPages : struct, IPageSource
{
    private readonly TPages _pages;
    private Item? _startKey;
    private int? _evaluatedLeft;
    private int? _takenLeft;

    public ReadProgress(TPages pages)
    {
        _pages = pages;
        _startKey = pages.Plan.StartKey;
        _evaluatedLeft = pages.Plan.EvaluatedMax;
        _takenLeft = pages.Plan.TakenMax;
    }

    public readonly ReadPlan Plan => _pages.Plan;

    /// <summary>Whether no page is left.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Whether as many entities were given as were asked for.</summary>
    public readonly bool HasTakenAll => _takenLeft <= 0;

    /// <summary>Sends the request for the next page. A backend in memory may not look at the token, so that it is looked at here, between pages.</summary>
    public readonly ValueTask<ItemPage> FetchAsync(CancellationToken cancellationToken) => cancellationToken.IsCancellationRequested
        ? ValueTask.FromCanceled<ItemPage>(cancellationToken)
        : _pages.FetchAsync(_startKey, Plan.LimitOf(_evaluatedLeft, _takenLeft), cancellationToken);

    /// <summary>Notes a page.</summary>
    public void Accept(in ItemPage page)
    {
        _startKey = page.LastKey;
        _evaluatedLeft -= page.EvaluatedCount;
        IsDone = page.LastKey is null || _evaluatedLeft <= 0;
    }

    /// <summary>Notes that an entity was given.</summary>
    public void Take() => _takenLeft--;
}
