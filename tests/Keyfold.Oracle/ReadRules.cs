using System.Globalization;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>What DynamoDB refuses of a Query or Scan, and which items a key condition or a segment means.</summary>
internal static class ReadRules
{
    public static void CheckLimit(int? limit)
    {
        if (limit < 1)
        {
            throw StorageErrors.LimitTooSmall(limit.Value);
        }
    }

    public static void CheckSelection(Select select, ProjectionExpression? projection, string? indexName)
    {
        string? excluded = projection is null ? null : select switch
        {
            Select.AllAttributes => "ALL_ATTRIBUTES",
            Select.AllProjectedAttributes => "ALL_PROJECTED_ATTRIBUTES",
            Select.Count => "only the Count",
            _ => null,
        };
        if (excluded is not null)
        {
            throw StorageErrors.ProjectionWithSelect(excluded);
        }

        if (select == Select.SpecificAttributes && projection is null)
        {
            throw StorageErrors.SpecificAttributesWithoutProjection();
        }

        if (select == Select.AllProjectedAttributes && indexName is null)
        {
            throw StorageErrors.ProjectedAttributesWithoutIndex();
        }
    }

    public static void CheckKeyCondition(KeyCondition condition, View view)
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

    public static void CheckFilter(Condition? filter, View view)
    {
        foreach (DocumentPath path in ConditionRules.PathsOf(filter))
        {
            if (view.Key.Contains(path.AttributeName))
            {
                throw StorageErrors.FilterOnKey(path.AttributeName);
            }
        }

        string missing = Missing(ConditionRules.PathsOf(filter), view);
        if (missing.Length > 0)
        {
            throw StorageErrors.IndexDoesNotProjectFilter(view.Index!.Name, missing);
        }
    }

    public static void CheckProjection(Select select, ProjectionExpression? projection, View view)
    {
        if (!view.IsGlobal)
        {
            return;
        }

        if (select == Select.AllAttributes && view.Index!.Projection.Type != ProjectionType.All)
        {
            throw StorageErrors.IndexDoesNotProjectAll(view.Index.Name);
        }

        string missing = Missing(projection?.Paths ?? [], view);
        if (missing.Length > 0)
        {
            throw StorageErrors.IndexDoesNotProject(view.Index!.Name, missing);
        }
    }

    /// <summary>Checks where a Query starts.</summary>
    public static void CheckStartKey(Item? start, KeyCondition condition, View view)
    {
        if (start is null)
        {
            return;
        }

        if (!HasNames(start, view))
        {
            throw StorageErrors.StartKeyInvalid();
        }

        if (!HasTypes(start, view))
        {
            throw StorageErrors.KeySchemaMismatch();
        }

        bool samePartition = view.Key.Partition.All(attribute => Matches(Term(condition, attribute)!, start[attribute.Name]));
        bool sortConditions = condition.Terms.Count > view.Key.Partition.Count;
        bool inRange = view.Key.Sort.All(attribute => Term(condition, attribute) is not { } term || Matches(term, start[attribute.Name]));
        if (!inRange)
        {
            throw StorageErrors.StartKeyOutsideRange();
        }

        if (!samePartition)
        {
            throw sortConditions
                ? StorageErrors.Validation("The query can return at most one row and cannot be restarted")
                : StorageErrors.StartKeyOutsideQuery();
        }
    }

    /// <summary>Checks where a Scan starts.</summary>
    public static void CheckStartKey(Item? start, View view, int? segment, int? totalSegments)
    {
        if (start is null)
        {
            return;
        }

        if (!HasNames(start, view) || !HasTypes(start, view))
        {
            throw view.Index is null ? StorageErrors.StartKeySchemaMismatch() : StorageErrors.StartKeyInvalid();
        }

        if (!IsInSegment(start, view.Key, segment, totalSegments))
        {
            throw StorageErrors.StartKeyOutsideSegment(totalSegments!.Value, segment!.Value);
        }
    }

    public static void CheckSegments(int? segment, int? totalSegments)
    {
        CheckRange(segment, "segment", 0, Limits.ScanSegmentsMax - 1);
        CheckRange(totalSegments, "totalSegments", 1, Limits.ScanSegmentsMax);
        if (segment is null != totalSegments is null)
        {
            throw segment is null ? StorageErrors.SegmentMissing() : StorageErrors.TotalSegmentsMissing();
        }

        if (segment >= totalSegments)
        {
            throw StorageErrors.SegmentTooLarge(segment.Value, totalSegments.Value);
        }
    }

    public static bool IsInSegment(Item item, KeySchema key, int? segment, int? totalSegments) =>
        totalSegments is null || (long)((ulong)Ordering.Hash(key, item) * (ulong)totalSegments.Value >> 32) == segment;

    private static void CheckRange(int? value, string member, int lowest, int highest)
    {
        if (value < lowest)
        {
            throw StorageErrors.Constraint(Print(value.Value), member, $"Member must have value greater than or equal to {Print(lowest)}");
        }

        if (value > highest)
        {
            throw StorageErrors.Constraint(Print(value.Value), member, $"Member must have value less than or equal to {Print(highest)}");
        }
    }

    private static string Print(int value) => value.ToString(CultureInfo.InvariantCulture);

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

    private static KeyTerm? Term(KeyCondition condition, KeyAttribute attribute) =>
        condition.Terms.FirstOrDefault(term => string.Equals(term.AttributeName, attribute.Name, StringComparison.Ordinal));

    private static bool Matches(KeyTerm term, AttributeValue value) => term.Operator switch
    {
        KeyOperator.Equal => Ordering.Compare(value, term.Value) == 0,
        KeyOperator.LessThan => Ordering.Compare(value, term.Value) < 0,
        KeyOperator.LessThanOrEqual => Ordering.Compare(value, term.Value) <= 0,
        KeyOperator.GreaterThan => Ordering.Compare(value, term.Value) > 0,
        KeyOperator.GreaterThanOrEqual => Ordering.Compare(value, term.Value) >= 0,
        KeyOperator.Between => Ordering.Compare(value, term.Value) >= 0 && Ordering.Compare(value, term.Upper) <= 0,
        _ => Ordering.Bytes(value).StartsWith(Ordering.Bytes(term.Value)),
    };

    private static string Missing(IEnumerable<DocumentPath> paths, View view) =>
        string.Join(", ", paths.Where(path => !view.Projects(path)).Select(path => path.AttributeName).Distinct(StringComparer.Ordinal));

    private static bool HasNames(Item start, View view) =>
        start.Count == Attributes(view).Count() && Attributes(view).All(attribute => start.Contains(attribute.Name));

    private static bool HasTypes(Item start, View view) => Attributes(view).All(attribute => start[attribute.Name].Type == attribute.Type);

    private static IEnumerable<KeyAttribute> Attributes(View view)
    {
        KeySchema table = view.Table.Schema.Key;
        return table.Partition.Concat(table.Sort).Concat(view.Key.Partition).Concat(view.Key.Sort).DistinctBy(attribute => attribute.Name);
    }
}
