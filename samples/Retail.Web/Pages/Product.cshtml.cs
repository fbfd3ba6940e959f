using Keyfold;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Retail.Model;
using Retail.Web.Shop;

namespace Retail.Web.Pages;

/// <summary>A product and who bought it.</summary>
public sealed class ProductModel(RetailTable retail) : PageModel
{
    private const int PageSize = 12;

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Product Product { get; private set; } = null!;

    public IReadOnlyList<Purchase> Purchases { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string stockCode, CancellationToken cancellationToken)
    {
        if (await retail.Products.GetAsync(StockCodes.Normalize(stockCode), cancellationToken: cancellationToken) is not { } product)
        {
            return NotFound();
        }

        Page<Purchase> page = await retail.Purchases.ByProduct(product.StockCode)
            .Descending().Take(PageSize).From(Cursor).FirstPageAsync(cancellationToken);
        (Product, Purchases, Next) = (product, page.Items, page.Cursor);
        return Page();
    }
}
