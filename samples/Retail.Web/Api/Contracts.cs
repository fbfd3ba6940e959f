using Retail.Model;
using Retail.Web.Shop;

namespace Retail.Web.Api;

/// <summary>One page of a list, and the cursor of the next one; null at the end.</summary>
public sealed record Listing<T>(IReadOnlyList<T> Items, string? Cursor);

/// <summary>A product. The version is what a change of the price has to name.</summary>
public sealed record ProductResponse(string StockCode, string Name, decimal Price, int Stock, long Version)
{
    public static ProductResponse Of(Product product) => new(product.StockCode, product.Name, product.Price, product.Stock, product.Version);
}

/// <summary>Who bought a product when.</summary>
public sealed record PurchaseResponse(DateTime Date, string CustomerId, string InvoiceReference, int Quantity)
{
    public static PurchaseResponse Of(Purchase purchase) =>
        new(purchase.Date, purchase.CustomerId, new InvoiceReference(purchase.Date, purchase.InvoiceNumber).ToString(), purchase.Quantity);
}

/// <summary>A new price in pounds sterling for the version of the product that the caller has seen.</summary>
public sealed record PriceRequest(decimal Price, long Version);

public sealed record CustomerResponse(string Id, string Country, DateTime FirstSeen, int Invoices, decimal Spent)
{
    public static CustomerResponse Of(Customer customer) => new(customer.Id, customer.Country, customer.FirstSeen, customer.Invoices, customer.Spent);
}

/// <summary>A customer with all invoices, the newest first.</summary>
public sealed record CustomerHistoryResponse(CustomerResponse Customer, IReadOnlyList<InvoiceResponse> Invoices);

/// <summary>An invoice. The reference names it among its customer's.</summary>
public sealed record InvoiceResponse(
    string Reference,
    string CustomerId,
    string Number,
    DateTime Date,
    InvoiceKind Kind,
    InvoiceStatus Status,
    string Country,
    decimal Total,
    IReadOnlyList<LineResponse> Lines)
{
    public static InvoiceResponse Of(Invoice invoice) => new(
        InvoiceReference.Of(invoice).ToString(),
        invoice.CustomerId,
        invoice.Number,
        invoice.Date,
        invoice.Kind,
        invoice.Status,
        invoice.Country,
        invoice.Total,
        [.. invoice.Lines.Select(line => new LineResponse(line.StockCode, line.Description, line.Quantity, line.UnitPrice))]);
}

public sealed record LineResponse(string StockCode, string Description, int Quantity, decimal UnitPrice);

/// <summary>An order: 1 to <see cref="OrderDesk.LinesMax"/> lines of different products.</summary>
public sealed record OrderRequest(IReadOnlyList<OrderLine> Lines);

/// <summary>What one product sold on one day.</summary>
public sealed record BestSellerResponse(string StockCode, string Name, int Units, decimal Total)
{
    public static BestSellerResponse Of(ProductSales sales) => new(sales.StockCode, sales.Name, sales.Units, sales.Total);
}
