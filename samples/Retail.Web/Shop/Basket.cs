using System.Globalization;

namespace Retail.Web.Shop;

/// <summary>
/// What has been picked and not been ordered yet. It is kept in a cookie, such as <c>22423*3.85123A*12</c>, which whoever has it may write at will: what does
/// not look like this is left out, and an order checks the rest.
/// </summary>
public sealed record Basket(IReadOnlyList<OrderLine> Lines)
{
    private const string CookieName = "basket";

    public static Basket Empty { get; } = new([]);

    public static Basket Of(HttpRequest request)
    {
        List<OrderLine> lines = [];
        foreach (string entry in (request.Cookies[CookieName] ?? "").Split('.', StringSplitOptions.RemoveEmptyEntries).Take(OrderDesk.LinesMax))
        {
            if (entry.Split('*') is [{ Length: > 0 } code, { } text]
                && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int quantity)
                && quantity is >= 1 and <= OrderDesk.QuantityMax)
            {
                lines.Add(new OrderLine(Uri.UnescapeDataString(code), quantity));
            }
        }

        return new Basket([.. lines.DistinctBy(line => line.StockCode)]);
    }

    /// <summary>The basket with so many more units of a product, as far as an order takes them.</summary>
    public Basket Add(string stockCode, int quantity)
    {
        if (Lines.All(line => line.StockCode != stockCode))
        {
            return Lines.Count < OrderDesk.LinesMax ? new Basket([.. Lines, new OrderLine(stockCode, quantity)]) : this;
        }

        return new Basket([.. Lines.Select(line => line.StockCode == stockCode
            ? line with { Quantity = Math.Min(line.Quantity + quantity, OrderDesk.QuantityMax) }
            : line)]);
    }

    public void Keep(HttpContext context)
    {
        if (Lines.Count == 0)
        {
            context.Response.Cookies.Delete(CookieName);
            return;
        }

        string value = string.Join('.', Lines.Select(line => string.Create(
            CultureInfo.InvariantCulture, $"{Uri.EscapeDataString(line.StockCode).Replace(".", "%2E", StringComparison.Ordinal)}*{line.Quantity}")));
        context.Response.Cookies.Append(
            CookieName, value, new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps });
    }
}
