using System.Globalization;
using Keyfold.Schema;

namespace Keyfold;

/// <summary>
/// The bounds of what a request can cost, in capacity units. How large the items are that are there is not known before. A read costs by the 4 KB, all items of
/// a page together, and a filter makes nothing cheaper; a write costs by the 1 KB, in the table and in each index that it changes.
/// </summary>
/// <param name="UnitsMin">If nothing is found, or no index changes.</param>
/// <param name="UnitsMax">If as much is found as one request can read or write, and if every index loses an entry and gets another.</param>
public sealed record CapacityEstimate(double UnitsMin, double UnitsMax)
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{UnitsMin} to {UnitsMax} units");

    internal static CapacityEstimate OfPage(bool consistent, int? limit)
    {
        double unit = consistent ? 1 : 0.5;
        long bytesMax = Math.Min(Limits.PageBytesMax, (limit ?? int.MaxValue) * (long)Limits.ItemBytesMax);
        return new CapacityEstimate(unit, unit * Math.Ceiling((double)bytesMax / Limits.ReadUnitBytes));
    }

    /// <param name="schema">The table's.</param>
    /// <param name="itemBytes">How large the item is then; null if that is not known.</param>
    internal static CapacityEstimate OfWrite(TableSchema schema, int? itemBytes)
    {
        double least = Math.Ceiling((double)(itemBytes ?? 1) / Limits.WriteUnitBytes);
        double most = Math.Ceiling((double)(itemBytes ?? Limits.ItemBytesMax) / Limits.WriteUnitBytes);
        return new CapacityEstimate(least, most * (1 + (2 * schema.Indexes.Count)));
    }
}
