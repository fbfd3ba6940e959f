using Retail.Model;

namespace Retail.Web.Shop;

/// <summary>Reads sales: one query for each day, or one for a country's days.</summary>
public sealed class SalesReports(RetailTable retail)
{
    /// <summary>A report asks one query for each of its days.</summary>
    public const int DaysMax = 62;

    public const string HomeCountry = "United Kingdom";

    /// <summary>Reports the sales of a range of days.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day, at most <see cref="DaysMax"/> days from the first one.</param>
    /// <param name="country">Only this country; null for all.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task<SalesReport> ReadAsync(DateOnly from, DateOnly to, string? country, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(to, from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(to, from.AddDays(DaysMax - 1));
        List<CountrySales> sales = country is null
            ? await OfDaysAsync(from, to, cancellationToken)
            : await retail.CountrySales.ByCountry(country).DayBetween(from, to).ToListAsync(cancellationToken);
        return new SalesReport(from, to, ByDay(from, to, sales), ByCountry(sales));
    }

    /// <summary>The best sellers of a day, most units first.</summary>
    public async Task<IReadOnlyList<ProductSales>> BestSellersAsync(DateOnly day, int count, CancellationToken cancellationToken) =>
        await retail.ProductSales.TopOfDay(day).Descending().Take(count).ToListAsync(cancellationToken);

    private async Task<List<CountrySales>> OfDaysAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        List<CountrySales>[] days = await Task.WhenAll(Enumerable
            .Range(0, to.DayNumber - from.DayNumber + 1)
            .Select(offset => retail.CountrySales.ByDay(from.AddDays(offset)).ToListAsync(cancellationToken).AsTask()));
        return [.. days.SelectMany(day => day)];
    }

    private static DaySales[] ByDay(DateOnly from, DateOnly to, List<CountrySales> sales)
    {
        ILookup<DateOnly, CountrySales> days = sales.ToLookup(sale => sale.Day);
        return
        [
            .. Enumerable.Range(0, to.DayNumber - from.DayNumber + 1).Select(from.AddDays).Select(day => new DaySales(
                day,
                days[day].Sum(sale => sale.Invoices),
                days[day].Sum(sale => sale.Lines),
                days[day].Where(sale => sale.Country == HomeCountry).Sum(sale => sale.Total),
                days[day].Where(sale => sale.Country != HomeCountry).Sum(sale => sale.Total))),
        ];
    }

    private static CountryTotal[] ByCountry(List<CountrySales> sales) =>
    [
        .. sales.GroupBy(sale => sale.Country, StringComparer.Ordinal)
            .Select(country => new CountryTotal(
                country.Key, country.Sum(sale => sale.Invoices), country.Sum(sale => sale.Lines), country.Sum(sale => sale.Total)))
            .Where(country => country.Invoices > 0)
            .OrderByDescending(country => country.Total).ThenBy(country => country.Country, StringComparer.Ordinal),
    ];
}
