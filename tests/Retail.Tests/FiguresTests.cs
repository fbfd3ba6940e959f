using Retail.Import;
using Retail.Loading;
using Retail.Model;

namespace Retail.Tests;

/// <summary>What the sample reads back from the table is what plain LINQ counts in the file.</summary>
public sealed class FiguresTests(LoadedMonth month) : IClassFixture<LoadedMonth>
{
    private readonly IReadOnlyList<InvoiceRow> _rows = month.Rows;

    [Fact]
    public void The_file_is_the_one_that_was_published()
    {
        Oddities odd = Oddities.Of(_rows);
        Assert.Equal(42_481, _rows.Count);
        Assert.Equal(new Oddities(WithoutCustomer: 15_631, NegativeQuantities: 798, ZeroPrices: 273, Cancellations: 728, WithoutDescription: 125), odd);
    }

    [Fact]
    public async Task Figures_are_those_of_the_file()
    {
        Figures figures = await Figures.ReadAsync(month.Retail);

        Assert.Equal(_rows.Count, figures.Lines);
        Assert.Equal(_rows.Select(row => row.InvoiceNumber).Distinct().Count(), figures.Invoices);
        Assert.Equal(_rows.Select(row => row.InvoiceNumber).Where(number => number.StartsWith('C')).Distinct().Count(), figures.Cancellations);
        Assert.Equal(_rows.Where(row => row.CustomerId is not null).Select(row => row.CustomerId).Distinct().Count(), figures.Customers);
        Assert.Equal(_rows.Select(row => row.StockCode).Distinct().Count(), figures.Products);
        Assert.Equal(
            _rows.GroupBy(row => row.Country).ToDictionary(country => country.Key, country => country.Sum(row => row.Quantity * row.UnitPrice)),
            figures.Totals.ToDictionary());
    }

    [Fact]
    public async Task Every_row_is_a_line_of_its_invoice()
    {
        List<InvoiceLine> stored = [];
        await foreach (Invoice invoice in month.Retail.Invoices.Scan())
        {
            stored.AddRange(invoice.Lines);
        }

        Assert.Equal(
            _rows.Select(row => (row.StockCode, row.Description, row.Quantity, row.UnitPrice)).Order(),
            stored.Select(line => (line.StockCode, line.Description, line.Quantity, line.UnitPrice)).Order());
    }

    [Fact]
    public async Task A_customers_counters_are_the_sums_of_their_invoices()
    {
        CustomerHistory history = await month.Retail.CustomerHistory("17850").ToCollectionAsync();
        List<InvoiceRow> rows = [.. _rows.Where(row => row.CustomerId == "17850")];

        Assert.Equal(rows.Select(row => row.InvoiceNumber).Distinct().Order(), history.Invoices.Select(invoice => invoice.Number).Order());
        Assert.Equal(rows.Sum(row => row.Amount), history.Customer!.Spent);
        Assert.Equal(history.Invoices.Count, history.Customer.Invoices);
        Assert.Empty(history.Unrecognized);
    }

    [Fact]
    public async Task Top_products_of_a_day_are_those_with_most_units()
    {
        DateOnly day = new(2010, 12, 6);
        List<ProductSales> top = await month.Retail.ProductSales.TopOfDay(day).Descending().Take(5).ToListAsync();
        IEnumerable<int> expected = _rows
            .Where(row => DateOnly.FromDateTime(row.Date) == day && row.Quantity > 0)
            .GroupBy(row => row.StockCode).Select(rows => rows.Sum(row => row.Quantity)).OrderDescending().Take(5);

        Assert.Equal(expected, top.Select(sales => sales.Units));
    }

    [Fact]
    public async Task Purchases_lead_from_a_product_to_everybody_who_bought_it()
    {
        List<Purchase> purchases = await month.Retail.Purchases.ByProduct("22423").ToListAsync();
        Assert.Equal(
            _rows.Where(row => row.StockCode == "22423").Select(row => row.InvoiceNumber).Distinct().Order(),
            purchases.Select(purchase => purchase.InvoiceNumber).Order());
    }
}
