using Keyfold;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Retail.Model;

namespace Retail.Web.Pages.Customers;

/// <summary>A customer with all invoices, from one query. Only the sales to nobody known, a third of all, are read page by page.</summary>
public sealed class CustomerModel(RetailTable retail) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? Cursor { get; set; }

    public Customer Customer { get; private set; } = null!;

    public IReadOnlyList<Invoice> Invoices { get; private set; } = [];

    public string? Next { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancellationToken)
    {
        Customer? customer;
        if (id == Customer.Unknown)
        {
            customer = await retail.Customers.GetAsync(id, cancellationToken: cancellationToken);
            Page<Invoice> page = await retail.Invoices.ByCustomer(id).Descending().Take(PageSize).From(Cursor).FirstPageAsync(cancellationToken);
            (Invoices, Next) = (page.Items, page.Cursor);
        }
        else
        {
            CustomerHistory history = await retail.CustomerHistory(id).Descending().ToCollectionAsync(cancellationToken);
            (customer, Invoices) = (history.Customer, history.Invoices);
        }

        if (customer is null)
        {
            return NotFound();
        }

        Customer = customer;
        return Page();
    }
}
