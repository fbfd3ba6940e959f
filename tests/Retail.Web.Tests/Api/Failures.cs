using System.Net;
using System.Net.Http.Json;
using Keyfold.Storage;
using Microsoft.AspNetCore.Mvc.Testing;
using Retail.Model;
using Retail.Web.Api;
using Retail.Web.Shop;
using Retail.Web.Tests.Hosting;

namespace Retail.Web.Tests.Api;

/// <summary>What callers are told when the backend fails, or another client is faster.</summary>
public sealed class Failures : IAsyncLifetime
{
    private readonly BusyShop _shop = new();
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync() => _client = (await _shop.StockAsync()).CreateClient();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Throttling_is_429_with_a_time_to_wait()
    {
        FailWith(StorageErrorCode.ProvisionedThroughputExceededException);
        HttpResponseMessage response = await _client.GetAsync("/api/products/71053");

        await response.ProblemAsync(HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task A_throttled_page_is_a_page_with_the_same_status()
    {
        FailWith(StorageErrorCode.ThrottlingException);
        HttpResponseMessage response = await _client.GetAsync("/products/71053");

        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromSeconds(1), response.Headers.RetryAfter?.Delta);
    }

    [Fact]
    public async Task What_fails_for_the_moment_is_sent_again_where_attempts_are_configured()
    {
        await using WebApplicationFactory<Program> patient = _shop.WithWebHostBuilder(host => host.UseSetting("Keyfold:Resilience:Retry:AttemptsMax", "2"));
        HttpClient client = patient.CreateClient();
        int requests = 0;
        _shop.Backend.Before = _ => ++requests > 1 ? Task.CompletedTask : throw new StorageException(StorageErrorCode.ThrottlingException, "Too busy.");

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/products/71053")).StatusCode);
        Assert.Equal(2, requests);
    }

    [Fact]
    public async Task A_backend_that_does_not_answer_is_503_and_says_nothing_of_itself()
    {
        FailWith(StorageErrorCode.InternalServerError, "secret");
        HttpResponseMessage response = await _client.GetAsync("/api/products/71053");

        await response.ProblemAsync(HttpStatusCode.ServiceUnavailable);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_whose_goods_are_sold_in_between_is_a_conflict_and_changes_nothing()
    {
        _shop.Backend.Before = async operation =>
        {
            if (operation == "TransactWriteItems")
            {
                _shop.Backend.Before = _ => Task.CompletedTask;
                await _shop.Retail.Products.Update(ShopApplication.Lantern).Set(p => p.Stock, 1).ApplyAsync();
            }
        };
        HttpResponseMessage late = await _client.PostAsJsonAsync("/api/customers/17850/invoices", new OrderRequest([new OrderLine("71053", 2)]));

        await late.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(1, (await _shop.Retail.Products.GetAsync(ShopApplication.Lantern))!.Stock);
        Assert.Empty(await _shop.Retail.CountrySales.ByDay(new DateOnly(2010, 12, 9)).ToListAsync());
    }

    [Fact]
    public async Task An_order_that_is_cancelled_by_somebody_else_in_between_is_a_conflict()
    {
        _shop.Backend.Before = async operation =>
        {
            if (operation == "TransactWriteItems")
            {
                _shop.Backend.Before = _ => Task.CompletedTask;
                await _shop.Retail.Invoices.Update("17850", new DateTime(2010, 12, 1, 8, 26, 0), "536365").Set(i => i.Status, InvoiceStatus.Cancelled).ApplyAsync();
            }
        };
        HttpResponseMessage late = await _client.PostAsync($"{ShopApplication.FirstInvoice}/cancellation", content: null);

        await late.ProblemAsync(HttpStatusCode.Conflict);
        Assert.Equal(1, (await _shop.Retail.Customers.GetAsync(ShopApplication.Customer))!.Invoices);
    }

    [Fact]
    public async Task The_health_check_reads_the_table()
    {
        Assert.Equal("Healthy", await _client.GetStringAsync("/healthz"));
        FailWith(StorageErrorCode.ThrottlingException);
        Assert.Equal("Degraded", await _client.GetStringAsync("/healthz"));
        FailWith(StorageErrorCode.ServiceUnavailable);
        HttpResponseMessage down = await _client.GetAsync("/healthz");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), (down.StatusCode, await down.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task Bad_input_is_a_problem_too()
    {
        await (await _client.GetAsync("/api/sales?from=yesterday&to=2010-12-09")).ProblemAsync(HttpStatusCode.BadRequest);
        await (await _client.PostAsync("/api/customers/17850/invoices", new StringContent("{", mediaType: new("application/json")))).ProblemAsync(HttpStatusCode.BadRequest);
        Assert.Equal(["price"], (await (await _client.PutAsJsonAsync("/api/products/71053/price", new PriceRequest(1.005m, 1))).ErrorsAsync()).Keys);
    }

    private void FailWith(StorageErrorCode code, string message = "Too busy.") => _shop.Backend.Before = _ => throw new StorageException(code, message);
}
