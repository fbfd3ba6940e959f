using Retail.Model;
using Retail.Web.Shop;

namespace Retail.Web.Pages;

/// <summary>A line of the basket with its product; null if the shop has no such product.</summary>
public sealed record BasketEntry(OrderLine Line, Product? Product)
{
    public decimal Price => Product?.Price ?? 0;

    public decimal Amount => Line.Quantity * Price;
}
