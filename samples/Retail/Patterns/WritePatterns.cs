using System.Globalization;
using Keyfold;
using Retail.Model;
using Spectre.Console;

namespace Retail.Patterns;

internal static class WritePatterns
{
    public static readonly Pattern[] All =
    [
        new("Two clerks change one price: the second has read the old one", LosesTheRace),
        new("Cancel an invoice and restore the stock of its goods", CancelInvoice),
        new("Cancel it again", CancelAgain),
    ];

    private static readonly DateTime Date = new(2010, 12, 1, 8, 26, 0);

    private static async Task LosesTheRace(RetailTable retail, IAnsiConsole console)
    {
        Product seenByBoth = (await retail.Products.GetAsync("22423"))!;
        await retail.Products.PutAsync(seenByBoth with { Price = 12.95m });

        #region a conditional price change that loses a race
        try
        {
            await retail.Products.PutAsync(seenByBoth with { Price = 11.95m });
        }
        catch (ConditionFailedException<Product> lost)
        {
            console.MarkupLineInterpolated(
                CultureInfo.InvariantCulture, $"The second change is refused: the price is {lost.Existing!.Price} by now (version {lost.Existing.Version}).");
        }
        #endregion
    }

    private static async Task CancelInvoice(RetailTable retail, IAnsiConsole console)
    {
        await CancelAsync(retail, (await retail.Invoices.GetAsync("17850", Date, "536365"))!);
        Table table = Show.Table("product", "stock");
        foreach (InvoiceLine line in (await retail.Invoices.GetAsync("17850", Date, "536365"))!.Lines)
        {
            table.Row(line.Description, (await retail.Products.GetAsync(line.StockCode))!.Stock);
        }

        console.Write(table);
    }

    private static async Task CancelAgain(RetailTable retail, IAnsiConsole console)
    {
        try
        {
            await CancelAsync(retail, (await retail.Invoices.GetAsync("17850", Date, "536365"))!);
        }
        catch (TransactionCancelledException cancelled)
        {
            console.MarkupLineInterpolated($"{cancelled.Message}");
        }
    }

    #region a transaction that cancels an invoice and restores stock
    private static async Task CancelAsync(RetailTable retail, Invoice invoice)
    {
        var transaction = retail.Transact()
            .Update(retail.Invoices.Update(invoice.CustomerId, invoice.Date, invoice.Number)
                .Set(i => i.Status, InvoiceStatus.Cancelled)
                .When(i => i.Status != InvoiceStatus.Cancelled));
        foreach (InvoiceLine line in invoice.Lines)
        {
            transaction = transaction.Update(retail.Products.Update(line.StockCode).Add(p => p.Stock, line.Quantity));
        }

        await transaction.CommitAsync();
    }
    #endregion
}
