namespace Retail.Web.Shop;

public static class StockCodes
{
    /// <summary>A stock code as the shop writes it, of one that a person typed.</summary>
    public static string Normalize(string typed) => typed.Trim().ToUpperInvariant();
}
