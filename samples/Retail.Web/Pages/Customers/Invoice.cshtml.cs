using Keyfold;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Retail.Model;
using Retail.Web.Shop;

namespace Retail.Web.Pages.Customers;

/// <summary>An invoice, which can be cancelled here.</summary>
public sealed class InvoiceModel(RetailTable retail, Cancellation cancellation) : PageModel
{
    public Invoice Invoice { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string customerId, string reference, CancellationToken cancellationToken)
    {
        if (await FindAsync(customerId, reference, cancellationToken) is not { } invoice)
        {
            return NotFound();
        }

        Invoice = invoice;
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(string customerId, string reference, CancellationToken cancellationToken)
    {
        if (await FindAsync(customerId, reference, cancellationToken) is not { } invoice)
        {
            return NotFound();
        }

        TempData["Notice"] = Cancellation.ReasonAgainst(invoice) is { } reason
            ? $"Nothing was changed. {reason}"
            : await CancelAsync(invoice, cancellationToken);
        return RedirectToPage(new { customerId, reference });
    }

    private async Task<string> CancelAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        try
        {
            await cancellation.CancelAsync(invoice, cancellationToken);
            return $"Order {invoice.Number} is cancelled, and its goods are back in stock.";
        }
        catch (TransactionCancelledException lost) when (!lost.IsTransient)
        {
            return "Somebody else was faster: look at the order as it is now.";
        }
    }

    private async Task<Invoice?> FindAsync(string customerId, string reference, CancellationToken cancellationToken) =>
        InvoiceReference.TryParse(reference, provider: null, out InvoiceReference? found)
            ? await retail.Invoices.GetAsync(customerId, found.Date, found.Number, consistent: true, cancellationToken)
            : null;
}
