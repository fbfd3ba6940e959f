using Keyfold;

namespace Retail.Model;

/// <summary>That a product is on an invoice: the way from a product to who bought it.</summary>
[Entity<RetailTable>("Purchase")]
[PrimaryKey("PRODUCT#{StockCode}", "SOLD#{Date:yyyy-MM-ddTHH:mm:ss}#{InvoiceNumber}", Name = "ByProduct")]
public sealed partial record Purchase
{
    public required string StockCode { get; init; }

    public required DateTime Date { get; init; }

    public required string InvoiceNumber { get; init; }

    public required string CustomerId { get; init; }

    /// <summary>Units of all the invoice's lines of this product; negative on a cancellation.</summary>
    public required int Quantity { get; init; }
}
