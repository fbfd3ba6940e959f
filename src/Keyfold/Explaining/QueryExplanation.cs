using System.Globalization;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>What a query would send, and what that costs. <see cref="ToString"/> has it all, a line for each.</summary>
public sealed class QueryExplanation
{
    internal QueryExplanation(QueryPlan plan)
    {
        Request = plan.ToRequest();
        Pattern = $"{plan.Pattern.Model.Name}.{plan.Pattern.Name}";
        KeyCondition = string.Join(" AND ", Request.KeyCondition.Terms.Select(ExpressionText.Of));
        Filter = Request.Filter is { } filter ? ExpressionText.Of(filter) : null;
        FetchesFromTable = plan.FetchesFromTable;
        Capacity = CapacityEstimate.OfPage(Request.ConsistentRead, Request.Limit);
    }

    /// <summary>The request for the first page, as the backend gets it.</summary>
    public QueryRequest Request { get; }

    /// <summary>The entity and its access pattern, as <c>Invoice.ByCustomer</c>.</summary>
    public string Pattern { get; }

    /// <summary>The index that is read; null for the table.</summary>
    public string? IndexName => Request.IndexName;

    /// <summary>The key condition with its values in place. <c>\u{10FFFF}</c> is the last character there is, and ends a range.</summary>
    public string KeyCondition { get; }

    /// <summary>The filter with its values in place; null for none.</summary>
    public string? Filter { get; }

    /// <summary>Whether the index gives keys alone, and each entity is read from the table besides.</summary>
    public bool FetchesFromTable { get; }

    /// <summary>What one page can cost.</summary>
    public CapacityEstimate Capacity { get; }

    /// <inheritdoc/>
    public override string ToString()
    {
        var lines = new List<string>
        {
            $"Query      {Request.TableName}{(IndexName is null ? "" : $" index {IndexName}")}, for {Pattern}",
            $"Key        {KeyCondition}",
        };
        if (Filter is not null)
        {
            lines.Add($"Filter     {Filter}");
        }

        if (Request.Limit is { } limit)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"Limit      {limit}"));
        }

        lines.Add($"Order      {(Request.Descending ? "descending" : "ascending")}");
        lines.Add(
            $"Reads      {(Request.ConsistentRead ? "strongly" : "eventually")} consistent{(FetchesFromTable ? ", then each entity from the table" : "")}");
        lines.Add($"Capacity   {Capacity} a page");
        return string.Join('\n', lines);
    }
}
