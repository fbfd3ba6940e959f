using System.Globalization;
using Keyfold.Storage;

namespace Keyfold.Engine.Reads;

/// <summary>Rules of Query and Scan that need no table.</summary>
internal static class ReadRules
{
    public static void CheckLimit(int? limit)
    {
        if (limit < 1)
        {
            throw StorageErrors.LimitTooSmall(limit.Value);
        }
    }

    public static void CheckSegments(int? segment, int? totalSegments)
    {
        CheckBetween(segment, "segment", 0, Limits.ScanSegmentsMax - 1);
        CheckBetween(totalSegments, "totalSegments", 1, Limits.ScanSegmentsMax);
        if (segment is null && totalSegments is null)
        {
            return;
        }

        if (segment is null)
        {
            throw StorageErrors.SegmentMissing();
        }

        if (totalSegments is null)
        {
            throw StorageErrors.TotalSegmentsMissing();
        }

        if (segment >= totalSegments)
        {
            throw StorageErrors.SegmentTooLarge(segment.Value, totalSegments.Value);
        }
    }

    private static void CheckBetween(int? value, string member, int lowest, int highest)
    {
        if (value < lowest)
        {
            throw StorageErrors.Constraint(Text(value.Value), member, $"Member must have value greater than or equal to {Text(lowest)}");
        }

        if (value > highest)
        {
            throw StorageErrors.Constraint(Text(value.Value), member, $"Member must have value less than or equal to {Text(highest)}");
        }
    }

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
