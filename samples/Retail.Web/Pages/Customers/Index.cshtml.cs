using Keyfold;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Retail.Model;
using Retail.Web.Shop;

namespace Retail.Web.Pages.Customers;

/// <summary>The way to a customer: by number, or by country.</summary>
public sealed class CustomersModel(RetailTable retail, SalesReports reports, ShopClock clock) : PageModel
{
    private const int PageSize = 25;
    private const int DaysBack = 30;

    /// <summary>A number that was typed. Left here when there is no such customer.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Country { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public IReadOnlyList<CountryTotal> Countries { get; private set; } = [];

    public IReadOnlyList<Customer> Customers { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Id = Id?.Trim() is { Length: > 0 } typed ? typed : null;
        if (Id is not null && await retail.Customers.GetAsync(Id, cancellationToken: cancellationToken) is not null)
        {
            return RedirectToPage("/Customers/Customer", new { id = Id });
        }

        if (Country is null)
        {
            Countries = (await reports.ReadAsync(clock.Today.AddDays(-DaysBack), clock.Today, country: null, cancellationToken)).Countries;
            return Page();
        }

        Page<Customer> page = await retail.Customers.ByCountry(Country).Take(PageSize).From(Cursor).FirstPageAsync(cancellationToken);
        (Customers, Next) = (page.Items, page.Cursor);
        return Page();
    }
}
