using Keyfold;

namespace Retail.Model;

/// <summary>An article, or one of the few services that the shop books as articles (postage, discounts, bank charges).</summary>
[Entity<RetailTable>("Product")]
[PrimaryKey("PRODUCT#{StockCode}", "PRODUCT")]
[SecondaryKey("GSI1", "CATALOGUE", "{StockCode}", Name = "Catalogue")]
public sealed partial record Product
{
    public required string StockCode { get; init; }

    public required string Name { get; init; }

    /// <summary>What one unit costs, in pounds sterling.</summary>
    public required decimal Price { get; init; }

    /// <summary>Units on the shelf.</summary>
    public required int Stock { get; init; }

    [Version]
    public long Version { get; init; }
}
