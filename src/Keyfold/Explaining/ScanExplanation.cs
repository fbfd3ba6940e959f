using System.Globalization;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>What a scan would send, and what that costs. <see cref="ToString"/> has it all, a line for each.</summary>
public sealed class ScanExplanation
{
    internal ScanExplanation(ScanPlan plan)
    {
        Request = plan.ToRequest();
        EntityName = plan.Model.Name;
        Filter = Request.Filter is { } filter ? ExpressionText.Of(filter) : null;
        FetchesFromTable = plan.FetchesFromTable;
        Capacity = CapacityEstimate.OfPage(Request.ConsistentRead, Request.Limit);
    }

    /// <summary>The request for the first page, as the backend gets it.</summary>
    public ScanRequest Request { get; }

    /// <summary>The entity.</summary>
    public string EntityName { get; }

    /// <summary>The index that is read; null for the table.</summary>
    public string? IndexName => Request.IndexName;

    /// <summary>Whether the index gives keys alone, and each entity is read from the table besides.</summary>
    public bool FetchesFromTable { get; }

    /// <summary>The filter with its values in place, the one that holds back the table's other entities first; null for none.</summary>
    public string? Filter { get; }

    /// <summary>
    /// What one page can cost. There are as many pages as the table or index, with all its entities, has megabytes, unless a limit ends the scan.
    /// </summary>
    public CapacityEstimate Capacity { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var lines = new List<string> { $"Scan       {Request.TableName}{(IndexName is null ? "" : $" index {IndexName}")}, for {EntityName}" };
        if (Filter is not null)
        {
            lines.Add($"Filter     {Filter}");
        }

        if (Request.Limit is { } limit)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Limit      {limit}"));
        }

        if (Request.Segment is { } segment)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Segment    {segment} of {Request.TotalSegments}"));
        }

        string whole = IndexName is null ? "table" : "index";
        string then = FetchesFromTable ? ", then each entity from the table" : "";
        lines.Add($"Reads      {(Request.ConsistentRead ? "strongly" : "eventually")} consistent, every item of the {(Request.Segment is null ? whole : "segment")}{then}");
        lines.Add($"Capacity   {Capacity} a page");
        return string.Join('\n', lines);
    }
}
