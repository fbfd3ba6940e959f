using Keyfold;

namespace Retail.Model;

/// <summary>What one product sold on one day; the local index orders a day's products by units.</summary>
[Entity<RetailTable>("ProductSales", Set = "ProductSales")]
[PrimaryKey("DAY#{Day}", "PRODUCT#{StockCode}")]
public sealed partial record ProductSales
{
    public required DateOnly Day { get; init; }

    public required string StockCode { get; init; }

    public required string Name { get; init; }

    /// <summary>Units sold, without what came back. A number itself is the index's key, so that ADD keeps the order.</summary>
    [SortKey(Index = "LSI1", Name = "TopOfDay")]
    public int Units { get; init; }

    public decimal Total { get; init; }
}
