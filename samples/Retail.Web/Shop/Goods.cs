using Retail.Model;

namespace Retail.Web.Shop;

/// <summary>What one invoice sold of one product. The shop's invoices name some products on several lines, and a transaction may touch an item once.</summary>
internal sealed record Goods(string StockCode, int Units, decimal Total)
{
    public static IReadOnlyList<Goods> Of(Invoice invoice) =>
    [
        .. invoice.Lines
            .Where(line => line.Quantity > 0)
            .GroupBy(line => line.StockCode, StringComparer.Ordinal)
            .Select(lines => new Goods(lines.Key, lines.Sum(line => line.Quantity), lines.Sum(line => line.Quantity * line.UnitPrice))),
    ];
}
