using Retail.Model;

namespace Retail.Loading;

/// <summary>The month in numbers, read back from the table; the totals are in pounds sterling by country, cancellations taken off.</summary>
public sealed record Figures(int Lines, int Invoices, int Cancellations, int Customers, int Products, IReadOnlyDictionary<string, decimal> Totals)
{
    private static readonly DateOnly FirstDay = new(2010, 12, 1);

    public static async Task<Figures> ReadAsync(RetailTable retail, CancellationToken cancellationToken = default)
    {
        int lines = 0, invoices = 0, cancellations = 0;
        SortedDictionary<string, decimal> totals = new(StringComparer.Ordinal);
        for (DateOnly day = FirstDay; day.Month == FirstDay.Month; day = day.AddDays(1))
        {
            foreach (CountrySales sales in await retail.CountrySales.ByDay(day).ToListAsync(cancellationToken))
            {
                lines += sales.Lines;
                invoices += sales.Invoices;
                totals[sales.Country] = totals.GetValueOrDefault(sales.Country) + sales.Total;
            }

            cancellations += await retail.Invoices.ByDay(InvoiceKind.Cancellation, day).CountAsync(cancellationToken);
        }

        int customers = 0;
        foreach (string country in totals.Keys)
        {
            customers += await retail.Customers.ByCountry(country).CountAsync(cancellationToken);
        }

        int products = await retail.Products.Scan().CountAsync(cancellationToken);
        return new Figures(lines, invoices, cancellations, customers, products, totals);
    }
}
