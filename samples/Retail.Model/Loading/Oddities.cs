using Retail.Import;

namespace Retail.Loading;

/// <summary>How many of the file's rows are not plain sales to a known customer. All of them are kept.</summary>
public sealed record Oddities(int WithoutCustomer, int NegativeQuantities, int ZeroPrices, int Cancellations, int WithoutDescription)
{
    public static Oddities Of(IReadOnlyList<InvoiceRow> rows) => new(
        rows.Count(row => row.CustomerId is null),
        rows.Count(row => row.Quantity < 0),
        rows.Count(row => row.UnitPrice == 0),
        rows.Count(row => row.IsCancellation),
        rows.Count(row => row.Description.Length == 0));
}
