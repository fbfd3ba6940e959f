using Retail.Model;
using Retail.Web.Shop;

namespace Retail.Web.Tests.Hosting;

/// <summary>What the application does before its first request.</summary>
public sealed class Start
{
    [Fact]
    public async Task An_empty_table_begins_with_the_first_days_of_the_sample_data()
    {
        await using var shop = new ShopApplication().WithWebHostBuilder(host => host.UseSetting("Shop:SeedDays", "1"));
        var retail = (RetailTable)shop.Services.GetService(typeof(RetailTable))!;
        var reports = (SalesReports)shop.Services.GetService(typeof(SalesReports))!;
        SalesReport report = await reports.ReadAsync(
            new DateOnly(2010, 12, 1), new DateOnly(2010, 12, 2), country: null, TestContext.Current.CancellationToken);
        CustomerHistory history = await retail.CustomerHistory("17850").ToCollectionAsync();

        Assert.Equal((143, 3108, 58_635.56m), (report.Invoices, report.Lines, report.Total));
        Assert.Equal(0, report.Days[1].Invoices);
        Assert.Equal((history.Invoices.Count, history.Invoices.Sum(invoice => invoice.Total)), (history.Customer!.Invoices, history.Customer.Spent));
    }

    [Fact]
    public void A_backend_that_is_none_is_named()
    {
        using var shop = new ShopApplication().WithWebHostBuilder(host => host.UseSetting("Keyfold:Backend", "Paper"));
        var error = Assert.Throws<InvalidOperationException>(() => shop.Services);
        Assert.Equal("Keyfold:Backend is Engine or DynamoDb, and was 'Paper'.", error.Message);
    }
}
