using Retail.Import;
using Retail.Model;

namespace Retail.Loading;

/// <summary>A month of rows as entities, before any of them is stored.</summary>
public sealed class Month
{
    /// <summary>The data set has no stock figures: every shelf starts with this many units.</summary>
    public const int OpeningStock = 100_000;

    private Month(IReadOnlyList<Customer> customers, IReadOnlyList<Product> products, IReadOnlyList<Arrival> arrivals, IReadOnlyList<ProductSales> productSales)
    {
        Customers = customers;
        Products = products;
        Arrivals = arrivals;
        ProductSales = productSales;
    }

    /// <summary>The known customers, and <see cref="Customer.Unknown"/> for all others.</summary>
    public IReadOnlyList<Customer> Customers { get; }

    public IReadOnlyList<Product> Products { get; }

    /// <summary>The invoices in order of their numbers in the file.</summary>
    public IReadOnlyList<Arrival> Arrivals { get; }

    public IReadOnlyList<ProductSales> ProductSales { get; }

    /// <summary>Maps rows to entities; every row ends up on exactly one invoice.</summary>
    public static Month From(IReadOnlyList<InvoiceRow> rows)
    {
        List<Arrival> arrivals = [.. rows.GroupBy(row => row.InvoiceNumber, StringComparer.Ordinal).Select(ToArrival)];
        return new Month(
            [.. rows.GroupBy(row => row.CustomerId, StringComparer.Ordinal).Select(ToCustomer)],
            [.. rows.GroupBy(row => row.StockCode, StringComparer.Ordinal).Select(ToProduct)],
            arrivals,
            [.. rows.Where(row => row.Quantity > 0).GroupBy(row => (DateOnly.FromDateTime(row.Date), row.StockCode)).Select(ToProductSales)]);
    }

    private static Customer ToCustomer(IGrouping<string?, InvoiceRow> rows) => new()
    {
        Id = rows.Key ?? Customer.Unknown,
        Country = rows.Key is null ? "Unspecified" : rows.First().Country,
        FirstSeen = rows.Min(row => row.Date),
    };

    private static Product ToProduct(IGrouping<string, InvoiceRow> rows) => new()
    {
        StockCode = rows.Key,
        Name = rows.FirstOrDefault(row => row is { Description.Length: > 0, UnitPrice: > 0 })?.Description ?? rows.First().Description,
        Price = rows.FirstOrDefault(row => row.UnitPrice > 0)?.UnitPrice ?? 0,
        Stock = OpeningStock - rows.Sum(row => row.Quantity),
    };

    private static ProductSales ToProductSales(IGrouping<(DateOnly Day, string StockCode), InvoiceRow> rows) => new()
    {
        Day = rows.Key.Day,
        StockCode = rows.Key.StockCode,
        Name = rows.First().Description,
        Units = rows.Sum(row => row.Quantity),
        Total = rows.Sum(row => row.Amount),
    };

    private static Arrival ToArrival(IGrouping<string, InvoiceRow> rows)
    {
        InvoiceRow first = rows.First();
        DateTime date = rows.Min(row => row.Date);
        string customerId = first.CustomerId ?? Customer.Unknown;
        Invoice invoice = new()
        {
            CustomerId = customerId,
            Number = rows.Key,
            Date = date,
            Day = DateOnly.FromDateTime(date),
            Kind = KindOf(rows),
            Country = first.Country,
            Status = first.IsCancellation ? InvoiceStatus.Cancelled : InvoiceStatus.Open,
            Total = rows.Sum(row => row.Amount),
            Lines = [.. rows.Select(ToLine)],
        };
        return new Arrival(invoice, [.. rows.GroupBy(row => row.StockCode, StringComparer.Ordinal).Select(lines => ToPurchase(invoice, lines))]);
    }

    private static InvoiceKind KindOf(IEnumerable<InvoiceRow> rows)
    {
        if (rows.First().IsCancellation)
        {
            return InvoiceKind.Cancellation;
        }

        return rows.All(row => row.CustomerId is null && row.UnitPrice == 0) ? InvoiceKind.StockCorrection : InvoiceKind.Sale;
    }

    private static InvoiceLine ToLine(InvoiceRow row) => new()
    {
        StockCode = row.StockCode,
        Description = row.Description,
        Quantity = row.Quantity,
        UnitPrice = row.UnitPrice,
    };

    private static Purchase ToPurchase(Invoice invoice, IGrouping<string, InvoiceRow> lines) => new()
    {
        StockCode = lines.Key,
        Date = invoice.Date,
        InvoiceNumber = invoice.Number,
        CustomerId = invoice.CustomerId,
        Quantity = lines.Sum(line => line.Quantity),
    };
}

/// <summary>An invoice that comes in, with the products that it sold.</summary>
public sealed record Arrival(Invoice Invoice, IReadOnlyList<Purchase> Purchases);
