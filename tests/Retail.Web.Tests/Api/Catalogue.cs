using System.Net;
using System.Net.Http.Json;
using Retail.Web.Api;
using Retail.Web.Tests.Hosting;

namespace Retail.Web.Tests.Api;

/// <summary>Products, page by page, and their prices.</summary>
public sealed class Catalogue : IAsyncLifetime
{
    private readonly ShopApplication _shop = new();
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync() => _client = (await _shop.StockAsync()).CreateClient();

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Pages_follow_each_other_in_order_of_stock_codes()
    {
        Listing<ProductResponse> first = (await _client.GetFromJsonAsync<Listing<ProductResponse>>("/api/products?limit=2"))!;
        Listing<ProductResponse> second = (await _client.GetFromJsonAsync<Listing<ProductResponse>>($"/api/products?limit=2&cursor={first.Cursor}"))!;

        Assert.Equal([ShopApplication.Lantern, ShopApplication.Heart], first.Items.Select(product => product.StockCode));
        Assert.Equal([ShopApplication.Postage], second.Items.Select(product => product.StockCode));
        Assert.Null(second.Cursor);
    }

    [Theory]
    [InlineData("prefix=8", ShopApplication.Heart)]
    [InlineData("prefix=po", ShopApplication.Postage)]
    [InlineData("name=lantern", ShopApplication.Lantern)]
    [InlineData("prefix=7&name=heart", null)]
    public async Task Products_are_found_by_the_beginning_of_their_code_and_by_a_part_of_their_name(string query, string? found)
    {
        Listing<ProductResponse> page = (await _client.GetFromJsonAsync<Listing<ProductResponse>>($"/api/products?limit=1&{query}"))!;
        Assert.Equal(found is null ? [] : [found], page.Items.Select(product => product.StockCode));
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_a_bad_request_about_the_cursor()
    {
        Listing<ProductResponse> page = (await _client.GetFromJsonAsync<Listing<ProductResponse>>("/api/products?limit=1"))!;
        var made = await (await _client.GetAsync("/api/products?cursor=made-up")).ErrorsAsync();
        var stolen = await (await _client.GetAsync($"/api/customers?country=France&cursor={page.Cursor}")).ErrorsAsync();

        Assert.Equal(["cursor"], made.Keys);
        Assert.Equal(["cursor"], stolen.Keys);
    }

    [Fact]
    public async Task A_page_size_out_of_range_is_a_bad_request_about_the_limit() =>
        Assert.Equal(["limit"], (await (await _client.GetAsync("/api/products?limit=101")).ErrorsAsync()).Keys);

    [Fact]
    public async Task An_unknown_product_is_not_found()
    {
        await (await _client.GetAsync("/api/products/NOTHING")).ProblemAsync(HttpStatusCode.NotFound);
        await (await _client.PutAsJsonAsync("/api/products/NOTHING/price", new PriceRequest(1, 1))).ProblemAsync(HttpStatusCode.NotFound);
        await (await _client.GetAsync("/api/nothing")).ProblemAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_second_of_two_price_changes_loses_the_race_and_is_shown_the_first()
    {
        ProductResponse seenByBoth = (await _client.GetFromJsonAsync<ProductResponse>("/api/products/71053"))!;

        var first = await (await _client.PutAsJsonAsync("/api/products/71053/price", new PriceRequest(12.95m, seenByBoth.Version))).ReadAsync<ProductResponse>();
        var lost = await (await _client.PutAsJsonAsync("/api/products/71053/price", new PriceRequest(11.95m, seenByBoth.Version))).ProblemAsync(HttpStatusCode.Conflict);

        Assert.Equal(seenByBoth with { Price = 12.95m, Version = seenByBoth.Version + 1 }, first);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(first, Answers.Json), lost.Extensions["existing"]!.ToString());
    }

    [Fact]
    public async Task Who_bought_a_product_is_listed()
    {
        Listing<PurchaseResponse> page = (await _client.GetFromJsonAsync<Listing<PurchaseResponse>>("/api/products/85123A/purchases"))!;
        Assert.Equal([new PurchaseResponse(new DateTime(2010, 12, 1, 8, 26, 0), "17850", "20101201T082600-536365", 6)], page.Items);
    }
}
