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

    public static void CheckFilter(Condition? filter, View view, bool mayNameKeys)
    {
        HashSet<string> names = [.. ConditionRules.PathsOf(filter).Select(path => path.AttributeName)];
        if (!mayNameKeys && KeyRules.FirstIn(view.Key, names) is { } name)
        {
            throw StorageErrors.FilterOnKey(name);
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

        if (!IsComplete(start, view))
        {
            throw StorageErrors.StartKeyInvalid();
        }

        if (!HasTypes(start, view))
        {
            throw StorageErrors.KeySchemaMismatch();
        }

        bool samePartition = view.Key.Partition.All(attribute => KeyConditions.Matches(KeyConditions.Term(condition, attribute)!, start[attribute.Name]));
        bool sortConditions = condition.Terms.Count > view.Key.Partition.Count;
        bool inRange = view.Key.Sort.All(
            attribute => KeyConditions.Term(condition, attribute) is not { } term || KeyConditions.Matches(term, start[attribute.Name]));
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

        if (!IsComplete(start, view) || !HasTypes(start, view))
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

    private static string Missing(IEnumerable<DocumentPath> paths, View view) =>
        string.Join(", ", paths.Where(path => !view.Projects(path)).Select(path => path.AttributeName).Distinct(StringComparer.Ordinal));

    // an attribute too many, too few or too long makes it no key
    private static bool IsComplete(Item start, View view)
    {
        KeySchema table = view.Table.Schema.Key;
        return start.Count == Attributes(view).Count()
            && Attributes(view).All(attribute => start.Contains(attribute.Name))
            && !KeyRules.AreTooLong([.. table.Partition, .. view.Key.Partition], Limits.PartitionKeyBytesMax, start)
            && !KeyRules.AreTooLong([.. table.Sort, .. view.Key.Sort], Limits.SortKeyBytesMax, start);
    }

    private static bool HasTypes(Item start, View view) => Attributes(view).All(attribute => start[attribute.Name].Type == attribute.Type);

    private static IEnumerable<KeyAttribute> Attributes(View view)
    {
        KeySchema table = view.Table.Schema.Key;
        return table.Partition.Concat(table.Sort).Concat(view.Key.Partition).Concat(view.Key.Sort).DistinctBy(attribute => attribute.Name);
    }
}
