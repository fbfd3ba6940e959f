namespace Retail.Web.Shop;

/// <summary>The section <c>Shop</c> of the configuration.</summary>
public sealed class ShopOptions
{
    /// <summary>
    /// The day on which the shop takes orders; null for the real one. The sample data is of December 2010, and its sales are shown beside the new ones.
    /// </summary>
    public DateOnly? Today { get; set; }

    /// <summary>How many days of the sample data an empty table begins with: 0 for none, 31 for the whole month.</summary>
    public int SeedDays { get; set; }
}
