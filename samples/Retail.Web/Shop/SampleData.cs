using System.Diagnostics;
using Keyfold;
using Microsoft.Extensions.Options;
using Retail.Import;
using Retail.Loading;
using Retail.Model;

namespace Retail.Web.Shop;

/// <summary>
/// Fills an empty table with the first days of the sample data, before the first request is taken. Everything goes in batches: the invoices of the past need no
/// transactions, since what they add up to is known beforehand.
/// </summary>
internal sealed partial class SampleData(RetailTable retail, IOptions<ShopOptions> options, ILogger<SampleData> logger) : IHostedService
{
    private static readonly DateOnly FirstDay = new(2010, 12, 1);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.SeedDays <= 0 || await retail.Products.Catalogue().FirstOrDefaultAsync(cancellationToken) is not null)
        {
            return;
        }

        long started = Stopwatch.GetTimestamp();
        DateOnly end = FirstDay.AddDays(options.Value.SeedDays);
        IReadOnlyList<InvoiceRow> rows = InvoiceFile.Read(Path.Combine(AppContext.BaseDirectory, "Data", "2010-12.csv.gz"));
        Month month = Month.From([.. rows.Where(row => DateOnly.FromDateTime(row.Date) < end)]);
        Invoice[] invoices = [.. month.Arrivals.Select(arrival => arrival.Invoice)];

        await PutAsync(month.Products.Select(OnTheShelf), cancellationToken);
        await PutAsync(WithTheirSums(month.Customers, invoices), cancellationToken);
        await PutAsync(invoices, cancellationToken);
        await PutAsync(ByCountryAndDay(invoices), cancellationToken);
        await PutAsync(month.ProductSales, cancellationToken);
        await PutAsync(month.Arrivals.SelectMany(arrival => arrival.Purchases), cancellationToken);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(started);
        LogSeeded(invoices.Length, month.Products.Count, elapsed);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // The data set has no stock figures. Here some shelves are full and some are empty, the same ones at every start.
    private static Product OnTheShelf(Product product)
    {
        int spread = product.StockCode.Aggregate(7, (hash, letter) => ((hash * 31) + letter) % 997);
        return product with { Stock = spread % 17 == 0 ? 0 : spread % 11 == 0 ? 1 + (spread % 9) : spread };
    }

    private static IEnumerable<Customer> WithTheirSums(IReadOnlyList<Customer> customers, Invoice[] invoices)
    {
        ILookup<string, decimal> totals = invoices.ToLookup(invoice => invoice.CustomerId, invoice => invoice.Total, StringComparer.Ordinal);
        return customers.Select(customer => customer with { Invoices = totals[customer.Id].Count(), Spent = totals[customer.Id].Sum() });
    }

    private static IEnumerable<CountrySales> ByCountryAndDay(Invoice[] invoices) =>
        invoices.GroupBy(invoice => (invoice.Day, invoice.Country)).Select(group => new CountrySales
        {
            Day = group.Key.Day,
            Country = group.Key.Country,
            Invoices = group.Count(),
            Lines = group.Sum(invoice => invoice.Lines.Count),
            Total = group.Sum(invoice => invoice.Total),
        });

    private async Task PutAsync<TEntity>(IEnumerable<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : IEntity<TEntity>, IInTable<RetailTable>
    {
        BatchResult result = await retail.Batch().Put(entities).WriteAsync(cancellationToken);
        if (result.Remaining is [BatchRemainder first, ..])
        {
            throw new InvalidOperationException(
                $"{result.Remaining.Count} entities could not be stored, {first.EntityName} with {first.Key} first among them.");
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The table was empty: {Invoices} invoices and {Products} products of the sample data in {Elapsed}.")]
    private partial void LogSeeded(int invoices, int products, TimeSpan elapsed);
}
