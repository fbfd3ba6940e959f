using System.ComponentModel;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>A query as it was asked for. Immutable; each step of a chain is a plan of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record QueryPlan : ReadPlan
{
    /// <summary>Starts a plan: all entities of a partition.</summary>
    /// <param name="connection">The table.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="partition">A term for each attribute of the partition key.</param>
    public QueryPlan(TableConnection connection, AccessPattern pattern, params ReadOnlySpan<KeyTerm> partition)
        : base(connection)
    {
        Pattern = pattern;
        Partition = Sequence.Create(partition);
        SortPrefix = pattern.Sort?.Prefix ?? "";
        Sort = pattern.Sort is { } sort && SortPrefix.Length > 0
            ? [new KeyTerm(sort.AttributeName, sort.HasParts ? KeyOperator.BeginsWith : KeyOperator.Equal, SortPrefix)]
            : [];
    }

    internal override EntityModel Model => Pattern.Model;

    internal override string? IndexName => Pattern.IndexName;

    internal override bool FetchesFromTable => Pattern.FetchesFromTable;

    internal override string CursorOwner => $"{Model.Name}.{Pattern.Name} for this key";

    internal override bool IsFiltered => Filter is not null;

    internal AccessPattern Pattern { get; private init; }

    internal Sequence<KeyTerm> Partition { get; }

    /// <summary>What all sort keys of the plan begin with, up to the next part.</summary>
    internal string SortPrefix { get; init; }

    internal Sequence<KeyTerm> Sort { get; init; }

    internal bool Descending { get; init; }

    /// <summary>The plan of a collection: every item of the partition.</summary>
    /// <param name="name">The collection's name.</param>
    public QueryPlan AsCollection(string name) => this with
    {
        Pattern = new AccessPattern(Pattern.Model, name, Pattern.IndexName, sort: null) { FetchesFromTable = Pattern.FetchesFromTable },
        SortPrefix = "",
        Sort = [],
    };

    /// <summary>The request for the first page.</summary>
    internal QueryRequest ToRequest() => new()
    {
        TableName = Connection.TableName,
        IndexName = Pattern.IndexName,
        KeyCondition = new KeyCondition([.. Partition.AsSpan(), .. Sort.AsSpan()]),
        Filter = Filter,
        Descending = Descending,
        ConsistentRead = Consistent,
        ExclusiveStartKey = StartKey,
        Limit = LimitOf(EvaluatedMax, TakenMax),
    };

    internal override void AppendCursorScope(StringBuilder text)
    {
        text.Append(Model.Name).Append('\n').Append(Pattern.Name);
        foreach (KeyTerm term in Partition)
        {
            text.Append('\n').Append(term.Value.ToString());
        }
    }
}
