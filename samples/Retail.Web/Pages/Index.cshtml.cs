using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Retail.Model;
using Retail.Web.Shop;

namespace Retail.Web.Pages;

/// <summary>The catalogue, searched by what names contain or stock codes begin with.</summary>
public sealed class IndexModel(Catalogue catalogue) : PageModel
{
    private const int PageSize = 24;

    /// <summary>What the codes of the shop's articles begin with; services have letters.</summary>
    public static IReadOnlyList<string> Prefixes { get; } = ["1", "20", "21", "22", "3", "4", "7", "8", "9"];

    /// <summary>What was typed: the beginning of a stock code if it begins with a digit, otherwise a part of a name.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public IReadOnlyList<Product> Products { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        bool isCode = Q is { Length: > 0 } typed && char.IsAsciiDigit(typed.TrimStart().FirstOrDefault());
        ProductPage page = await catalogue.PageAsync(isCode ? Q : null, isCode ? null : Q, PageSize, Cursor, cancellationToken);
        (Products, Next) = (page.Products, page.Cursor);
    }
}
