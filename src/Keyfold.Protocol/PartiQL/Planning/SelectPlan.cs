using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Translation;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Planning;

/// <summary>
/// How a SELECT is read: by one Query for each value that it gives the partition key, if it gives any, else by a Scan. See "PartiQL select statements for
/// DynamoDB" of the developer guide.
/// </summary>
/// <param name="Queries">The key conditions, one Query after the other; none for a Scan.</param>
/// <param name="Filter">What the keys do not say, or null.</param>
/// <param name="Descending">Whether the Queries go down the sort key.</param>
internal sealed record SelectPlan(Sequence<KeyCondition> Queries, Condition? Filter, bool Descending)
{
    /// <summary>Values of the partition key that one IN may list.</summary>
    public const int PartitionsMax = 50;

    /// <summary>Makes the plan.</summary>
    /// <exception cref="StorageException">The index does not exist, a value does not fit its key attribute, or the order is none of the keys'.</exception>
    public static SelectPlan Of(SelectTree select, TableSchema table)
    {
        SecondaryIndex? index = select.IndexName is null ? null : table.FindIndex(select.IndexName) ?? throw KeyErrors.IndexNotFound();
        KeySchema key = index?.Key ?? table.Key;
        OrderRules.Check(select, key);
        Conjuncts terms = new(select.Where);
        List<AttributeValue[]>? partitions = TryTakePartitions(terms, key);
        if (partitions is null)
        {
            return select.Order.Count > 0 ? throw KeyErrors.OrderWithoutKey() : new SelectPlan([], select.Where, Descending: false);
        }

        List<KeyTerm> sort = TakeSort(terms, key);
        OrderRules.Arrange(partitions, select.Order, key);
        return new SelectPlan(
            Sequence.From(partitions.Select(partition => ToCondition(partition, key, sort))), terms.Rest, OrderRules.IsDescending(select.Order, key));
    }

    // a key of several partition key attributes needs an equality on each; one attribute may also be listed
    private static List<AttributeValue[]>? TryTakePartitions(Conjuncts terms, KeySchema key)
    {
        List<AttributeValue[]> partitions = [[]];
        foreach (KeyAttribute attribute in key.Partition)
        {
            List<AttributeValue>? values = terms.TakeFirst(term =>
                KeyTerms.OfPartition(term, attribute.Name) is { } found && (found.Count == 1 || key.Partition.Count == 1) ? found : null);
            if (values is null)
            {
                return null;
            }

            if (values.Count > PartitionsMax)
            {
                throw KeyErrors.TooManyKeys(values.Count);
            }

            values.ForEach(value => KeyValues.Check(attribute, value));
            partitions = [.. partitions.SelectMany(_ => values.Distinct(), (partition, value) => (AttributeValue[])[.. partition, value])];
        }

        return partitions;
    }

    private static List<KeyTerm> TakeSort(Conjuncts terms, KeySchema key)
    {
        List<KeyTerm> sort = [];
        foreach (KeyAttribute attribute in key.Sort)
        {
            if (terms.TakeFirst(condition => SortTerm.Of(condition, attribute.Name)) is not { } term)
            {
                break;
            }

            Check(attribute, term.Key);
            if (term.Key.Operator == KeyOperator.Equal)
            {
                sort.Add(term.Key);
                continue;
            }

            sort.Add(TakeOtherBound(terms, attribute, term) ?? term.Key);
            break;
        }

        return sort;
    }

    // a lower and an upper bound are one range; a bound that does not belong to it filters still
    private static KeyTerm? TakeOtherBound(Conjuncts terms, KeyAttribute attribute, SortTerm bound)
    {
        if (terms.TakeFirst(condition => SortTerm.Of(condition, attribute.Name) is { } other && bound.RangeTo(other) is not null ? other : null) is not { } other)
        {
            return null;
        }

        foreach (SortTerm term in (SortTerm[])[bound, other])
        {
            if (term.Key.Operator is KeyOperator.GreaterThan or KeyOperator.LessThan)
            {
                terms.Keep(term.Condition);
            }
        }

        return bound.RangeTo(other);
    }

    private static void Check(KeyAttribute attribute, KeyTerm term)
    {
        KeyValues.Check(attribute, term.Value);
        if (term.Operator == KeyOperator.Between)
        {
            KeyValues.Check(attribute, term.Upper);
        }
    }

    private static KeyCondition ToCondition(AttributeValue[] partition, KeySchema key, List<KeyTerm> sort) => new(
        Sequence.From(key.Partition.Select((attribute, i) => new KeyTerm(attribute.Name, KeyOperator.Equal, partition[i])).Concat(sort)));
}
