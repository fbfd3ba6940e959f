using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Retail.Import;
using Retail.Loading;
using Retail.Model;

namespace Retail.Web.Tests.Hosting;

/// <summary>The application with an engine of its own, whose shelves hold three products and whose books know two customers.</summary>
public class ShopApplication : WebApplicationFactory<Program>
{
    public const string Heart = "85123A";
    public const string Lantern = "71053";
    public const string Postage = "POST";
    public const string Customer = "17850";
    public const string FirstInvoice = "/api/customers/17850/invoices/20101201T082600-536365";

    private static readonly DateTime Date = new(2010, 12, 1, 8, 26, 0);

    public RetailTable Retail => Services.GetRequiredService<RetailTable>();

    public async Task<ShopApplication> StockAsync()
    {
        Month month = Month.From(
        [
            new InvoiceRow(2, "536365", Heart, "WHITE HANGING HEART <T-LIGHT> HOLDER", 6, Date, 2.55m, Customer, "United Kingdom"),
            new InvoiceRow(3, "536365", Lantern, "WHITE METAL LANTERN", 6, Date, 3.39m, Customer, "United Kingdom"),
            new InvoiceRow(4, "536370", Postage, "POSTAGE", 1, Date.AddHours(1), 18m, "12583", "France"),
        ]);
        await new Loader(Retail) { Progress = (_, _, _) => { } }.LoadAsync(month);
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Shop:SeedDays", "0");
        builder.UseSetting("Shop:Today", "2010-12-09");
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services => services.UseKeyfoldEngine());
    }
}
