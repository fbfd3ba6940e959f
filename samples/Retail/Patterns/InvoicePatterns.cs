using Retail.Model;
using Spectre.Console;

namespace Retail.Patterns;

internal static class InvoicePatterns
{
    private static readonly DateOnly Day = new(2010, 12, 6);

    public static readonly Pattern[] All =
    [
        new("The first invoices of 6 December", OfADay),
        new("What was cancelled on 6 December", CancelledOfADay),
        new("Invoices of 6 December that begin with 100 units or more", LinesInside),
    ];

    private static async Task OfADay(RetailTable retail, IAnsiConsole console)
    {
        Table table = Show.Table("invoice", "time", "customer", "country", "lines", "total");
        await foreach (Invoice invoice in retail.Invoices.ByDay(InvoiceKind.Sale, Day).Take(5))
        {
            table.Row(invoice.Number, invoice.Date, invoice.CustomerId, invoice.Country, invoice.Lines.Count, invoice.Total);
        }

        console.Write(table);
    }

    private static async Task CancelledOfADay(RetailTable retail, IAnsiConsole console)
    {
        Table table = Show.Table("invoice", "time", "customer", "lines", "total");
        await foreach (Invoice invoice in retail.Invoices.ByDay(InvoiceKind.Cancellation, Day))
        {
            table.Row(invoice.Number, invoice.Date, invoice.CustomerId, invoice.Lines.Count, invoice.Total);
        }

        console.Write(table);
    }

    private static async Task LinesInside(RetailTable retail, IAnsiConsole console)
    {
        Table table = Show.Table("invoice", "customer", "first line", "units of it");
        await foreach (Invoice invoice in retail.Invoices.ByDay(InvoiceKind.Sale, Day).Where(i => i.Lines[0].Quantity >= 100))
        {
            table.Row(invoice.Number, invoice.CustomerId, invoice.Lines[0].Description, invoice.Lines[0].Quantity);
        }

        console.Write(table);
    }
}
