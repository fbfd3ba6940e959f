using System.Net;
using System.Net.Http.Json;
using Keyfold.Server;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Retail.Model;
using Retail.Web.Api;
using Retail.Web.Shop;

namespace Retail.Web.Tests.Hosting;

/// <summary>
/// The application as it goes to production: configuration alone puts its table behind DynamoDB's interface, here that of a server on this machine.
/// </summary>
public sealed class OverTheWire
{
    [Fact]
    public async Task Configuration_moves_the_shop_behind_DynamoDBs_interface()
    {
        await using KeyfoldServer server = await KeyfoldServer.StartAsync(new ServerOptions { Port = 0 });
        await using var shop = new WiredShop(server.Address);
        HttpClient client = shop.CreateClient();
        var retail = shop.Services.GetRequiredService<RetailTable>();
        await retail.Customers.PutAsync(new Customer { Id = "17850", Country = "United Kingdom", FirstSeen = new DateTime(2010, 12, 1) });
        await retail.Products.PutAsync(new Product { StockCode = "71053", Name = "WHITE METAL LANTERN", Price = 3.39m, Stock = 20 });

        HttpResponseMessage placed = await client.PostAsJsonAsync("/api/customers/17850/invoices", new OrderRequest([new OrderLine("71053", 12)]));
        HttpResponseMessage tooMany = await client.PostAsJsonAsync("/api/customers/17850/invoices", new OrderRequest([new OrderLine("71053", 12)]));
        HttpResponseMessage cancelled = await client.PostAsync($"{placed.Headers.Location}/cancellation", content: null);

        Assert.Equal(HttpStatusCode.Created, placed.StatusCode);
        Assert.Equal(["Only 8 left."], (await tooMany.ErrorsAsync())["lines[0].quantity"]);
        Assert.Equal(InvoiceStatus.Cancelled, (await cancelled.ReadAsync<InvoiceResponse>()).Status);
        Assert.Equal(20, (await retail.Products.GetAsync("71053"))!.Stock);
        Assert.Equal("Healthy", await client.GetStringAsync("/healthz"));
        await server.StopAsync();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await client.GetAsync("/api/products/71053")).StatusCode);
    }

    private sealed class WiredShop(Uri address) : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Shop:SeedDays", "0");
            builder.UseSetting("Keyfold:Backend", "DynamoDb");
            builder.UseSetting("Keyfold:DynamoDb:ServiceUrl", address.ToString());
            builder.UseSetting("Keyfold:Resilience:Retry:AttemptsMax", "1");
            builder.ConfigureLogging(logging => logging.ClearProviders());
        }
    }
}
