using Keyfold;
using Retail.Model;

namespace Retail.Web.Shop;

/// <summary>The shop's products in order of their stock codes.</summary>
public sealed class Catalogue(RetailTable retail)
{
    public const int PageSizeMax = 100;

    /// <summary>One page of the catalogue.</summary>
    /// <param name="prefix">What the stock codes begin with; null for all.</param>
    /// <param name="name">A part of the name; null for all. The names of others are read and paid for all the same.</param>
    /// <param name="size">How many products: 1 to <see cref="PageSizeMax"/>.</param>
    /// <param name="cursor">The cursor of the page before; null for the first page.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="CursorException">No page gave this cursor.</exception>
    public async Task<ProductPage> PageAsync(string? prefix, string? name, int size, string? cursor, CancellationToken cancellationToken)
    {
        Query<Product, ProductFields> query = Matching(prefix, name);
        List<Product> products = [];
        do
        {
            // a filter works behind the limits of a request, so that a page can take several
            Page<Product> page = await query.Take(size - products.Count).From(cursor).FirstPageAsync(cancellationToken);
            products.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null && products.Count < size);

        return new ProductPage(products, cursor);
    }

    private Query<Product, ProductFields> Matching(string? prefix, string? name)
    {
        Query<Product, ProductFields> query = string.IsNullOrWhiteSpace(prefix)
            ? retail.Products.Catalogue()
            : retail.Products.Catalogue().StockCodeBeginsWith(StockCodes.Normalize(prefix));
        if (string.IsNullOrWhiteSpace(name))
        {
            return query;
        }

        // the shop writes names in capitals, with few exceptions
        string typed = name.Trim();
        return query.Where(p => p.Name.Contains(typed.ToUpperInvariant()) | p.Name.Contains(typed));
    }
}

/// <summary>Products, and where the next page begins; null at the end.</summary>
public sealed record ProductPage(IReadOnlyList<Product> Products, string? Cursor);
