using System.Net;
using System.Net.Http.Json;
using Retail.Model;
using Retail.Web.Api;
using Retail.Web.Shop;
using Retail.Web.Tests.Hosting;

namespace Retail.Web.Tests.Api;

/// <summary>An order changes stock, customer, sales and invoices together, and its cancellation changes them back.</summary>
public sealed class Orders : IAsyncLifetime
{
    private static readonly DateOnly Today = new(2010, 12, 9);
    private readonly ShopApplication _shop = new();
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync() => _client = (await _shop.StockAsync()).CreateClient();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_placed_order_is_an_invoice_and_everything_adds_up()
    {
        Product before = (await _shop.Retail.Products.GetAsync(ShopApplication.Lantern))!;
        HttpResponseMessage created = await PlaceAsync(new OrderLine("71053", 10), new OrderLine("85123a", 2));
        var invoice = await created.ReadAsync<InvoiceResponse>(HttpStatusCode.Created);
        var read = await _client.GetFromJsonAsync<InvoiceResponse>(created.Headers.Location, Answers.Json);

        Assert.Equal((39.00m, InvoiceStatus.Open, "United Kingdom"), (read!.Total, read.Status, read.Country));
        Assert.Equal(invoice.Lines, read.Lines);
        Assert.Equal(before.Stock - 10, (await _shop.Retail.Products.GetAsync(ShopApplication.Lantern))!.Stock);
        Assert.Equal(
            new CountrySales { Day = Today, Country = "United Kingdom", Invoices = 1, Lines = 2, Total = 39.00m },
            Assert.Single(await _shop.Retail.CountrySales.ByDay(Today).ToListAsync()));
        Assert.Equal(
            [("71053", 10, 33.90m), ("85123A", 2, 5.10m)],
            (await _shop.Retail.ProductSales.TopOfDay(Today).Descending().ToListAsync()).Select(sales => (sales.StockCode, sales.Units, sales.Total)));
        Customer customer = (await _shop.Retail.Customers.GetAsync(ShopApplication.Customer))!;
        Assert.Equal((2, 35.64m + 39.00m), (customer.Invoices, customer.Spent));
    }

    [Fact]
    public async Task A_cancelled_order_leaves_everything_as_it_was_and_cannot_be_cancelled_again()
    {
        Product before = (await _shop.Retail.Products.GetAsync(ShopApplication.Lantern))!;
        HttpResponseMessage created = await PlaceAsync(new OrderLine("71053", 10));

        var cancelled = await (await _client.PostAsync($"{created.Headers.Location}/cancellation", content: null)).ReadAsync<InvoiceResponse>();
        var again = await (await _client.PostAsync($"{created.Headers.Location}/cancellation", content: null)).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(InvoiceStatus.Cancelled, cancelled.Status);
        Assert.Equal("It is cancelled already.", again.Detail);
        Assert.Equal(before.Stock, (await _shop.Retail.Products.GetAsync(ShopApplication.Lantern))!.Stock);
        Assert.Equal(
            new CountrySales { Day = Today, Country = "United Kingdom" },
            Assert.Single(await _shop.Retail.CountrySales.ByDay(Today).ToListAsync()));
        Customer customer = (await _shop.Retail.Customers.GetAsync(ShopApplication.Customer))!;
        Assert.Equal((1, 35.64m), (customer.Invoices, customer.Spent));
    }

    [Fact]
    public async Task Every_line_that_cannot_be_sold_is_named()
    {
        var errors = await (await PlaceAsync(new OrderLine("71053", 1_000_000), new OrderLine("NOTHING", 1), new OrderLine("85123A", 0), new OrderLine("85123A", 1))).ErrorsAsync();
        Assert.Equal(["lines[0].quantity", "lines[2].quantity", "lines[3].stockCode"], errors.Keys.Order());

        await _shop.Retail.Products.Update(ShopApplication.Lantern).Set(p => p.Stock, 3).ApplyAsync();
        errors = await (await PlaceAsync(new OrderLine("71053", 4), new OrderLine("NOTHING", 1))).ErrorsAsync();
        Assert.Equal(
            [("lines[0].quantity", "Only 3 left."), ("lines[1].stockCode", "There is no product NOTHING.")],
            errors.Select(error => (error.Key, error.Value.Single())).Order());
    }

    [Fact]
    public async Task An_order_of_nothing_or_of_nobody_is_refused()
    {
        Assert.Equal(["lines"], (await (await PlaceAsync()).ErrorsAsync()).Keys);
        HttpResponseMessage nobody = await _client.PostAsJsonAsync("/api/customers/1/invoices", new OrderRequest([new OrderLine("71053", 1)]));
        Assert.Equal(["customerId"], (await nobody.ErrorsAsync()).Keys);
        Assert.Empty(await _shop.Retail.CountrySales.ByDay(Today).ToListAsync());
    }

    [Fact]
    public async Task An_order_that_is_sent_twice_with_one_key_is_placed_once()
    {
        _client.DefaultRequestHeaders.Add("Idempotency-Key", "a-click");
        Assert.Equal(HttpStatusCode.Created, (await PlaceAsync(new OrderLine("71053", 10))).StatusCode);
        await (await PlaceAsync(new OrderLine("71053", 10))).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(1, Assert.Single(await _shop.Retail.CountrySales.ByDay(Today).ToListAsync()).Invoices);
    }

    [Fact]
    public async Task A_customer_comes_with_all_invoices_newest_first()
    {
        await PlaceAsync(new OrderLine("71053", 1));
        var history = await _client.GetFromJsonAsync<CustomerHistoryResponse>("/api/customers/17850", Answers.Json);

        Assert.Equal(2, history!.Customer.Invoices);
        Assert.Equal([3.39m, 35.64m], history.Invoices.Select(invoice => invoice.Total));
        await (await _client.GetAsync("/api/customers/1")).ProblemAsync(HttpStatusCode.NotFound);
        await (await _client.GetAsync("/api/customers/UNKNOWN")).ProblemAsync(HttpStatusCode.BadRequest);
        var newest = await _client.GetFromJsonAsync<Listing<InvoiceResponse>>("/api/customers/17850/invoices?limit=1", Answers.Json);
        var oldest = await _client.GetFromJsonAsync<Listing<InvoiceResponse>>($"/api/customers/17850/invoices?limit=1&cursor={newest!.Cursor}", Answers.Json);
        Assert.Equal(history.Invoices.Select(invoice => invoice.Reference), [newest.Items.Single().Reference, oldest!.Items.Single().Reference]);
    }

    [Fact]
    public async Task Sales_are_reported_by_day_and_country_with_orders_just_placed()
    {
        await PlaceAsync(new OrderLine("71053", 10));
        var report = await _client.GetFromJsonAsync<SalesReport>("/api/sales?from=2010-12-08&to=2010-12-09");

        Assert.Equal([new DaySales(new DateOnly(2010, 12, 8), 0, 0, 0, 0), new DaySales(Today, 1, 1, 33.90m, 0)], report!.Days);
        Assert.Equal([new CountryTotal("United Kingdom", 1, 1, 33.90m)], report.Countries);
        Assert.Equal(["to"], (await (await _client.GetAsync("/api/sales?from=2010-12-08&to=2010-12-01")).ErrorsAsync()).Keys);
    }

    private Task<HttpResponseMessage> PlaceAsync(params OrderLine[] lines) =>
        _client.PostAsJsonAsync("/api/customers/17850/invoices", new OrderRequest(lines));
}
