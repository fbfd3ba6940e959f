using Retail.Model;
using Spectre.Console;

namespace Retail.Patterns;

internal static class CustomerPatterns
{
    public static readonly Pattern[] All =
    [
        new("Who is customer 17850?", ById),
        new("Their invoices of the first week, newest first", InvoicesOfAWeek),
        new("Customer 17850 with all invoices, in one Query", WithInvoices),
        new("The customers of a country", OfACountry),
    ];

    private static async Task ById(RetailTable retail, IAnsiConsole console)
    {
        #region a customer by id
        Customer? customer = await retail.Customers.GetAsync("17850");
        #endregion
        console.Write(Show.Table("customer", "country", "first seen", "invoices", "spent")
            .Row(customer!.Id, customer.Country, customer.FirstSeen, customer.Invoices, customer.Spent));
    }

    private static async Task InvoicesOfAWeek(RetailTable retail, IAnsiConsole console)
    {
        Table table = Show.Table("invoice", "date", "kind", "lines", "total");
        #region invoices of a range, newest first
        DateTime from = new(2010, 12, 1), to = new(2010, 12, 7, 23, 59, 59);
        await foreach (Invoice invoice in retail.Invoices.ByCustomer("17850").DateBetween(from, to)
                                                .Where(i => i.Total > 50m & i.Kind == InvoiceKind.Sale)
                                                .Descending())
        {
            table.Row(invoice.Number, invoice.Date, invoice.Kind, invoice.Lines.Count, invoice.Total);
        }
        #endregion

        console.Write(table);
    }

    private static async Task WithInvoices(RetailTable retail, IAnsiConsole console)
    {
        #region a customer with all invoices
        CustomerHistory history = await retail.CustomerHistory("17850").ToCollectionAsync();
        #endregion
        console.Write(Show.Table("customer", "country", "invoices", "total of them")
            .Row(history.Customer!.Id, history.Customer.Country, history.Invoices.Count, history.Invoices.Sum(invoice => invoice.Total)));
    }

    private static async Task OfACountry(RetailTable retail, IAnsiConsole console)
    {
        Table table = Show.Table("customer", "first seen", "invoices", "spent");
        #region customers of a country
        await foreach (Customer customer in retail.Customers.ByCountry("Germany").Where(c => c.Spent > 500m))
        {
            table.Row(customer.Id, customer.FirstSeen, customer.Invoices, customer.Spent);
        }
        #endregion

        console.Write(table);
    }
}
