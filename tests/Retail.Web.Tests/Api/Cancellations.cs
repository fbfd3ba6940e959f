using System.Net;
using System.Net.Http.Json;
using Keyfold.Storage;
using Retail.Import;
using Retail.Loading;
using Retail.Model;
using Retail.Web.Api;
using Retail.Web.Shop;
using Retail.Web.Tests.Hosting;

namespace Retail.Web.Tests.Api;

/// <summary>An order with more products than one transaction can put back is cancelled in steps, each of them once.</summary>
public sealed class Cancellations : IAsyncLifetime
{
    private const int Products = (2 * Cancellation.ProductsPerStep) + 1;
    private const string Invoice = "/api/customers/17850/invoices/20101202T100000-536500";

    private static readonly DateTime Date = new(2010, 12, 2, 10, 0, 0);

    private readonly BusyShop _shop = new();
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        _client = (await _shop.StockAsync()).CreateClient();
        IEnumerable<InvoiceRow> rows = Enumerable.Range(0, Products).Select(product =>
            new InvoiceRow(product + 2, "536500", $"P{product:D3}", "PRODUCT", product + 1, Date, 1.50m, ShopApplication.Customer, "United Kingdom"));
        await new Loader(_shop.Retail) { Progress = (_, _, _) => { } }.LoadAsync(Month.From([.. rows]));
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task All_goods_are_back_and_all_sums_are_as_before()
    {
        int transactions = 0;
        _shop.Backend.Before = operation =>
        {
            transactions += operation == "TransactWriteItems" ? 1 : 0;
            return Task.CompletedTask;
        };

        var cancelled = await (await CancelAsync()).ReadAsync<InvoiceResponse>();
        var again = await (await CancelAsync()).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal((InvoiceStatus.Cancelled, 3), (cancelled.Status, transactions));
        Assert.Equal("It is cancelled already.", again.Detail);
        await EverythingIsBackAsync();
    }

    [Theory]
    [InlineData(1, InvoiceStatus.Open)]
    [InlineData(2, InvoiceStatus.Cancelling)]
    [InlineData(3, InvoiceStatus.Cancelling)]
    public async Task What_was_interrupted_goes_on_when_it_is_sent_again(int failing, InvoiceStatus between)
    {
        int transactions = 0;
        _shop.Backend.Before = operation => operation == "TransactWriteItems" && ++transactions == failing
            ? throw new StorageException(StorageErrorCode.ProvisionedThroughputExceededException, "Too busy.")
            : Task.CompletedTask;

        await (await CancelAsync()).ProblemAsync(HttpStatusCode.TooManyRequests);
        var interrupted = await _client.GetFromJsonAsync<InvoiceResponse>(Invoice, Answers.Json);
        string page = await _client.GetStringAsync("/customers/17850/invoices/20101202T100000-536500");
        var cancelled = await (await CancelAsync()).ReadAsync<InvoiceResponse>();

        Assert.Equal((between, InvoiceStatus.Cancelled), (interrupted!.Status, cancelled.Status));
        Assert.Equal(
            between == InvoiceStatus.Cancelling,
            page.Contains($"{(failing - 1) * Cancellation.ProductsPerStep} of its products are back on the shelf", StringComparison.Ordinal));
        await EverythingIsBackAsync();
    }

    [Fact]
    public async Task A_step_that_somebody_else_took_is_not_taken_again()
    {
        int transactions = 0;
        HttpResponseMessage? faster = null;
        _shop.Backend.Before = async operation =>
        {
            if (operation == "TransactWriteItems" && ++transactions == 2)
            {
                faster = await CancelAsync();
            }
        };

        HttpResponseMessage late = await CancelAsync();

        await late.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(InvoiceStatus.Cancelled, (await faster!.ReadAsync<InvoiceResponse>()).Status);
        await EverythingIsBackAsync();
    }

    private Task<HttpResponseMessage> CancelAsync() => _client.PostAsync($"{Invoice}/cancellation", content: null);

    private async Task EverythingIsBackAsync()
    {
        List<Product> products = await _shop.Retail.Products.Catalogue().Where(product => product.Name == "PRODUCT").ToListAsync();
        List<ProductSales> sales = await _shop.Retail.ProductSales.TopOfDay(DateOnly.FromDateTime(Date)).ToListAsync();
        CountrySales country = Assert.Single(await _shop.Retail.CountrySales.ByDay(DateOnly.FromDateTime(Date)).ToListAsync());
        Customer customer = (await _shop.Retail.Customers.GetAsync(ShopApplication.Customer))!;

        Assert.Equal(Enumerable.Repeat(Month.OpeningStock, Products), products.Select(product => product.Stock));
        Assert.Equal(Enumerable.Repeat((0, 0m), Products), sales.Select(of => (of.Units, of.Total)));
        Assert.Equal((0, 0, 0m), (country.Invoices, country.Lines, country.Total));
        Assert.Equal((0, 0m), (customer.Invoices, customer.Spent));
    }
}
