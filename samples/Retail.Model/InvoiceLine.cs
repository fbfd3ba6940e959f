using Keyfold;

namespace Retail.Model;

/// <summary>So many units of one product.</summary>
[Document]
public sealed partial record InvoiceLine
{
    public required string StockCode { get; init; }

    public required string Description { get; init; }

    public required int Quantity { get; init; }

    public required decimal UnitPrice { get; init; }
}
