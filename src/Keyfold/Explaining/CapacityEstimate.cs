using System.Globalization;

namespace Keyfold;

/// <summary>
/// The bounds of what a request can cost, in capacity units. How large the items are is not known before: a read costs by the 4 KB, all items of a page
/// together; the filter makes nothing cheaper.
/// </summary>
/// <param name="UnitsMin">If nothing is found.</param>
/// <param name="UnitsMax">If as much is found as one request can read or write.</param>
public sealed record CapacityEstimate(double UnitsMin, double UnitsMax)
{
    internal static CapacityEstimate OfPage(bool consistent, int? limit)
    {
        double unit = consistent ? 1 : 0.5;
        long bytesMax = Math.Min(Limits.PageBytesMax, (limit ?? int.MaxValue) * (long)Limits.ItemBytesMax);
        return new CapacityEstimate(unit, unit * Math.Ceiling((double)bytesMax / Limits.ReadUnitBytes));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{UnitsMin} to {UnitsMax} units a page");
}
