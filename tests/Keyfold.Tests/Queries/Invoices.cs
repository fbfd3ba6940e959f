using Keyfold.Tests.Model;

namespace Keyfold.Tests;

/// <summary>Invoices and customers for tests.</summary>
internal static class Invoices
{
    public static readonly DateTime Date = new(2010, 12, 1, 8, 26, 0, DateTimeKind.Utc);

    public static Invoice Of(string customerId, DateTime date, string number) => new() { CustomerId = customerId, Date = date, Number = number, Total = 15.3m };

    /// <summary>A table with invoices 1 to <paramref name="count"/> of customer 17850, one a day, whose totals are 10, 20, …</summary>
    public static async Task<RetailTable> TableAsync(int count)
    {
        var retail = new RetailTable();
        for (int day = 0; day < count; day++)
        {
            await retail.Invoices.PutAsync(Of("17850", Date.AddDays(day), Number(day + 1)) with { Total = 10 * (day + 1) });
        }

        return retail;
    }

    public static string Number(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    public static async Task<string> NumbersAsync(Query<Invoice, InvoiceFields> query) =>
        string.Join(' ', (await query.ToListAsync()).Select(invoice => invoice.Number));
}
