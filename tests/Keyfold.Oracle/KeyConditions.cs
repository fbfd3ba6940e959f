using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>What DynamoDB refuses of a key condition when it knows what is queried, and which items the condition means.</summary>
internal static class KeyConditions
{
    public static void Check(KeyCondition condition, View view)
    {
        KeySchema key = view.Key;
        if (condition.Terms.Count < 1 || condition.Terms.Count > Math.Max(2, key.Partition.Count + key.Sort.Count))
        {
            throw StorageErrors.KeyConditionCount();
        }

        foreach (KeyAttribute attribute in key.Partition)
        {
            KeyTerm term = Term(condition, attribute) ?? throw StorageErrors.KeyConditionMisses(attribute.Name);
            if (term.Operator != KeyOperator.Equal)
            {
                throw StorageErrors.KeyConditionUnsupported();
            }
        }

        CheckSortTerms(condition, key);
        foreach (KeyAttribute attribute in key.Partition.Concat(key.Sort))
        {
            CheckValues(condition, attribute, view.Index);
        }

        CheckLengths(condition, key);
    }

    /// <summary>Whether an item is one that a key condition means.</summary>
    public static bool Matches(KeyCondition condition, Item item) => condition.Terms.All(term => Matches(term, item[term.AttributeName]));

    public static KeyTerm? Term(KeyCondition condition, KeyAttribute attribute) =>
        condition.Terms.FirstOrDefault(term => string.Equals(term.AttributeName, attribute.Name, StringComparison.Ordinal));

    public static bool Matches(KeyTerm term, AttributeValue value) => term.Operator switch
    {
        KeyOperator.Equal => Ordering.Compare(value, term.Value) == 0,
        KeyOperator.LessThan => Ordering.Compare(value, term.Value) < 0,
        KeyOperator.LessThanOrEqual => Ordering.Compare(value, term.Value) <= 0,
        KeyOperator.GreaterThan => Ordering.Compare(value, term.Value) > 0,
        KeyOperator.GreaterThanOrEqual => Ordering.Compare(value, term.Value) >= 0,
        KeyOperator.Between => Ordering.Compare(value, term.Value) >= 0 && Ordering.Compare(value, term.Upper) <= 0,
        _ => Ordering.Bytes(value).StartsWith(Ordering.Bytes(term.Value)),
    };

    // sort key attributes are used from the left without gaps, and only the last one used may have a range
    private static void CheckSortTerms(KeyCondition condition, KeySchema key)
    {
        int sortTerms = condition.Terms.Count - key.Partition.Count;
        if (sortTerms > 0 && !key.HasSort)
        {
            throw StorageErrors.KeyConditionUnsupported();
        }

        for (int position = 0; position < sortTerms; position++)
        {
            KeyTerm term = Term(condition, key.Sort[position]) ?? throw StorageErrors.KeyConditionMisses(key.Sort[position].Name);
            if (term.Operator != KeyOperator.Equal && position < sortTerms - 1)
            {
                throw StorageErrors.KeyConditionUnsupported();
            }
        }
    }

    private static void CheckValues(KeyCondition condition, KeyAttribute attribute, SecondaryIndex? index)
    {
        if (Term(condition, attribute) is not { } term)
        {
            return;
        }

        AttributeValue[] values = term.Operator == KeyOperator.Between ? [term.Value, term.Upper] : [term.Value];
        if (Array.Exists(values, value => value.Type != attribute.Type))
        {
            throw StorageErrors.KeyConditionTypeMismatch();
        }

        if (Array.Exists(values, KeyRules.IsEmpty))
        {
            bool isBinary = attribute.Type == AttributeType.Binary;
            throw index is null
                ? StorageErrors.KeyEmptyInItem(attribute.Name, isBinary)
                : StorageErrors.IndexKeyEmpty(attribute.Name, isBinary, index.Name);
        }
    }

    private static void CheckLengths(KeyCondition condition, KeySchema key)
    {
        foreach (KeyTerm term in condition.Terms)
        {
            KeyRules.CheckLengths(key, [(term.AttributeName, term.Value)]);
            if (term.Operator == KeyOperator.Between)
            {
                KeyRules.CheckLengths(key, [(term.AttributeName, term.Upper)]);
            }
        }
    }
}
