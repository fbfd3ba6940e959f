using Keyfold;
using Keyfold.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Retail.Model;
using Retail.Web.Shop;

namespace Retail.Web.Pages;

/// <summary>The basket, which becomes an order here.</summary>
public sealed class BasketModel(RetailTable retail, OrderDesk desk) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? CustomerId { get; set; }

    /// <summary>Names this showing of the form, so that a second click on its button does not order a second time.</summary>
    [BindProperty]
    public string Attempt { get; set; } = Guid.NewGuid().ToString();

    public IReadOnlyList<BasketEntry> Entries { get; private set; } = [];

    public decimal Total => Entries.Sum(entry => entry.Amount);

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(Basket.Of(Request), cancellationToken);

    public async Task<IActionResult> OnPostAddAsync(string stockCode, int quantity, string? returnUrl, CancellationToken cancellationToken)
    {
        Product? product = await retail.Products.GetAsync(StockCodes.Normalize(stockCode), cancellationToken: cancellationToken);
        if (product is null || quantity is < 1 or > OrderDesk.QuantityMax)
        {
            return BadRequest();
        }

        Basket.Of(Request).Add(product.StockCode, quantity).Keep(HttpContext);
        TempData["Notice"] = $"{Text.Count(quantity)} × {Text.Title(product.Name)} is in the basket.";
        return Url.IsLocalUrl(returnUrl) ? LocalRedirect(returnUrl) : RedirectToPage();
    }

    public IActionResult OnPostUpdate(IReadOnlyList<OrderLine> lines) => Keep(lines, without: null);

    public IActionResult OnPostRemove(IReadOnlyList<OrderLine> lines, string remove) => Keep(lines, remove);

    public async Task<IActionResult> OnPostPlaceAsync(IReadOnlyList<OrderLine> lines, CancellationToken cancellationToken)
    {
        var basket = new Basket(lines);
        if (ModelState.IsValid)
        {
            try
            {
                OrderOutcome outcome = await desk.PlaceAsync(new OrderDraft(CustomerId?.Trim() ?? "", lines), Attempt, cancellationToken);
                if (outcome is OrderPlaced placed)
                {
                    return Done(placed.Invoice);
                }

                Response.StatusCode = StatusCodes.Status400BadRequest;
                Explain((OrderRefused)outcome);
            }
            catch (TransactionCancelledException lost) when (!lost.IsTransient)
            {
                Response.StatusCode = StatusCodes.Status409Conflict;
                ModelState.AddModelError("", "Stock or price changed while you ordered. Below is how it is now.");
            }
            catch (StorageException again) when (again.Code == StorageErrorCode.IdempotentParameterMismatchException)
            {
                Basket.Empty.Keep(HttpContext);
                TempData["Notice"] = "This order was placed already.";
                return RedirectToPage("/Customers/Customer", new { id = CustomerId });
            }
        }
        else
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Attempt = Guid.NewGuid().ToString();
        await LoadAsync(basket, cancellationToken);
        return Page();
    }

    /// <summary>What is wrong with a line; null if nothing is.</summary>
    public string? ProblemOf(int line) =>
        new[] { $"lines[{line}].stockCode", $"lines[{line}].quantity" }
            .SelectMany(key => ModelState.TryGetValue(key, out var entry) ? entry.Errors.Select(error => error.ErrorMessage) : [])
            .FirstOrDefault();

    private RedirectToPageResult Keep(IReadOnlyList<OrderLine> lines, string? without)
    {
        new Basket([.. lines.Where(line => line.StockCode != without && line.Quantity is >= 1 and <= OrderDesk.QuantityMax)]).Keep(HttpContext);
        return RedirectToPage(new { CustomerId });
    }

    private RedirectToPageResult Done(Invoice invoice)
    {
        Basket.Empty.Keep(HttpContext);
        TempData["Notice"] = $"Order {invoice.Number} is placed.";
        return RedirectToPage("/Customers/Invoice", new { customerId = invoice.CustomerId, reference = InvoiceReference.Of(invoice).ToString() });
    }

    private void Explain(OrderRefused refused)
    {
        foreach ((string member, string[] messages) in refused.Problems)
        {
            foreach (string message in messages)
            {
                ModelState.AddModelError(member == "lines" ? "" : member, message);
            }
        }
    }

    private async Task LoadAsync(Basket basket, CancellationToken cancellationToken)
    {
        OrderLine[] lines = [.. basket.Lines.Where(line => !string.IsNullOrEmpty(line.StockCode)).DistinctBy(line => line.StockCode).Take(OrderDesk.LinesMax)];
        IReadOnlyList<Product> products = lines.Length == 0
            ? []
            : await retail.Products.GetManyAsync(lines.Select(line => new ProductKey(line.StockCode)), cancellationToken: cancellationToken);
        Dictionary<string, Product> byCode = products.ToDictionary(product => product.StockCode, StringComparer.Ordinal);
        Entries = [.. lines.Select(line => new BasketEntry(line, byCode.GetValueOrDefault(line.StockCode)))];
    }
}
