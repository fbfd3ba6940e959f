using System.Net;
using Retail.Web.Tests.Hosting;

namespace Retail.Web.Tests.Pages;

/// <summary>What the pages' HTML and headers hold against misuse.</summary>
public sealed class Markup : IAsyncLifetime
{
    private readonly ShopApplication _shop = new();
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync() => _client = (await _shop.StockAsync()).CreateClient();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task What_the_table_and_the_address_say_is_encoded()
    {
        string product = await _client.GetStringAsync("/products/85123A");
        string search = await _client.GetStringAsync("/?q=%3Cscript%3E");

        Assert.Contains("White Hanging Heart &lt;T-Light&gt; Holder", product, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;", search, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", product + search, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal) { ["stockCode"] = "71053", ["quantity"] = "1" });
        Assert.Equal(HttpStatusCode.BadRequest, (await _client.PostAsync("/basket?handler=Add", form)).StatusCode);
    }

    [Fact]
    public async Task Pages_may_run_no_script_and_be_in_no_frame()
    {
        HttpResponseMessage page = await _client.GetAsync("/sales");
        Assert.Equal(
            ["default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"],
            page.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain(" style=", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/products/NOTHING", HttpStatusCode.NotFound)]
    [InlineData("/customers/1", HttpStatusCode.NotFound)]
    [InlineData("/customers/17850/invoices/20101201T082600-1", HttpStatusCode.NotFound)]
    [InlineData("/customers/17850/invoices/whatever", HttpStatusCode.NotFound)]
    [InlineData("/nothing", HttpStatusCode.NotFound)]
    [InlineData("/?cursor=made-up", HttpStatusCode.BadRequest)]
    [InlineData("/sales?from=2010-12-09&to=2010-12-01", HttpStatusCode.BadRequest)]
    public async Task What_is_not_there_or_makes_no_sense_is_a_page_with_its_status(string address, HttpStatusCode status)
    {
        HttpResponseMessage page = await _client.GetAsync(address);
        Assert.Equal(status, page.StatusCode);
        Assert.Contains("<h1>", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_interface_describes_itself()
    {
        using var document = System.Text.Json.JsonDocument.Parse(await _client.GetStringAsync("/openapi/v1.json"));
        Assert.Equal(
            [
                "/api/customers",
                "/api/customers/{customerId}",
                "/api/customers/{customerId}/invoices",
                "/api/customers/{customerId}/invoices/{reference}",
                "/api/customers/{customerId}/invoices/{reference}/cancellation",
                "/api/products",
                "/api/products/{stockCode}",
                "/api/products/{stockCode}/price",
                "/api/products/{stockCode}/purchases",
                "/api/sales",
                "/api/sales/{day}/best-sellers",
            ],
            document.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).Order(StringComparer.Ordinal));
    }
}
