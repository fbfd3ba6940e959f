using System.ComponentModel;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>A query as it was asked for. Immutable; each step of a chain is a plan of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record QueryPlan
{
    /// <summary>Starts a plan: all entities of a partition.</summary>
    /// <param name="connection">The table.</param>
    /// <param name="pattern">The access pattern.</param>
    /// <param name="partition">A term for each attribute of the partition key.</param>
    public QueryPlan(TableConnection connection, AccessPattern pattern, params ReadOnlySpan<KeyTerm> partition)
    {
        Connection = connection;
        Pattern = pattern;
        Partition = Sequence.Create(partition);
        SortPrefix = pattern.Sort?.Prefix ?? "";
        Sort = pattern.Sort is { } sort && SortPrefix.Length > 0
            ? [new KeyTerm(sort.AttributeName, sort.HasParts ? KeyOperator.BeginsWith : KeyOperator.Equal, SortPrefix)]
            : [];
    }

    internal TableConnection Connection { get; }

    internal AccessPattern Pattern { get; private init; }

    internal Sequence<KeyTerm> Partition { get; }

    /// <summary>What all sort keys of the plan begin with, up to the next part.</summary>
    internal string SortPrefix { get; init; }

    internal Sequence<KeyTerm> Sort { get; init; }

    internal Condition? Filter { get; init; }

    internal bool Descending { get; init; }

    internal bool Consistent { get; init; }

    /// <summary>How many items are evaluated at most, in all.</summary>
    internal int? EvaluatedMax { get; init; }

    /// <summary>How many entities are given at most, in all.</summary>
    internal int? TakenMax { get; init; }

    /// <summary>How many items a request evaluates at most.</summary>
    internal int? PageSize { get; init; }

    internal Item? StartKey { get; init; }

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

    /// <summary>The limit of a request, given how much may still be evaluated and taken.</summary>
    internal int? LimitOf(int? evaluatedLeft, int? takenLeft)
    {
        // what is filtered away is evaluated too: how many have to be, to take so many, nobody knows
        int taken = Filter is null && takenLeft is { } left ? left : int.MaxValue;
        int limit = Math.Min(evaluatedLeft ?? int.MaxValue, Math.Min(taken, PageSize ?? int.MaxValue));
        return limit == int.MaxValue ? null : limit;
    }
}
