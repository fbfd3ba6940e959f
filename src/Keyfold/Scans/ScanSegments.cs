namespace Keyfold;

/// <summary>The segments of a scan that are read at the same time. If one fails, the others are stopped and its exception is thrown.</summary>
internal sealed record ScanSegments(ScanPlan Plan, int Total)
{
    /// <summary>How many requests are under way at most: more wait for each other's connection or for the table's throughput.</summary>
    private const int RequestsMax = 64;

    /// <summary>The plan of a segment.</summary>
    public ScanPlan this[int segment] => Plan with { Segment = segment, TotalSegments = Total };

    public static void CheckTotal(int totalSegments)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(totalSegments, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(totalSegments, Limits.ScanSegmentsMax);
    }

    public Task ForEachAsync(Func<ScanPlan, CancellationToken, ValueTask> read, CancellationToken cancellationToken)
    {
        // not one thread for each: the body of an asynchronous backend is done with its thread when the request is sent
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Total, RequestsMax), CancellationToken = cancellationToken };
        return Parallel.ForAsync(0, Total, options, (segment, stop) => read(this[segment], stop));
    }
}
