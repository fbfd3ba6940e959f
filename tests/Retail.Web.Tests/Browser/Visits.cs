using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Retail.Model;
using Retail.Web.Tests.Hosting;
using static Microsoft.Playwright.Assertions;

namespace Retail.Web.Tests.Browser;

/// <summary>A person's ways through the shop, in a browser that talks to it over HTTP.</summary>
public sealed class Visits(Chromium chromium) : IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly DateOnly Today = new(2010, 12, 9);
    private readonly ShopApplication _shop = new();

    public async ValueTask InitializeAsync()
    {
        _shop.UseKestrel(0);
        _shop.StartServer();
        await _shop.StockAsync();
    }

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task A_product_is_found_by_its_name_and_shows_who_bought_it()
    {
        IPage page = await OpenAsync("/");
        await page.GetByRole(AriaRole.Searchbox, new() { Name = "Name or stock code" }).FillAsync("lantern");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search", Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Listitem).Filter(new() { HasText = "£3.39" })).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "White Metal Lantern" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("White Metal Lantern");
        await Expect(page.GetByRole(AriaRole.Row).Nth(1)).ToContainTextAsync("1 Dec 2010, 08:26");
    }

    [Fact]
    public async Task Goods_are_picked_ordered_and_cancelled()
    {
        int stock = (await _shop.Retail.Products.GetAsync(ShopApplication.Lantern))!.Stock;
        IPage page = await OpenAsync("/products/71053");
        await page.GetByLabel("Quantity").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to basket" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync("10 × White Metal Lantern is in the basket.");

        await page.GetByRole(AriaRole.Link, new() { Name = "Basket" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Place the order" }).ClickAsync();
        await Expect(page.GetByLabel("Customer number")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.GetByLabel("Customer number").FillAsync("17850");
        await page.GetByRole(AriaRole.Button, new() { Name = "Place the order" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(new Regex("^Order W.{8} is placed.$", RegexOptions.None, TimeSpan.FromSeconds(1)));
        Assert.Equal(stock - 10, (await _shop.Retail.Products.GetAsync(ShopApplication.Lantern))!.Stock);

        await page.GetByText("Cancel this order").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Yes, cancel it" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("its goods are back in stock");
        await Expect(page.GetByText("Cancelled", new() { Exact = true })).ToBeVisibleAsync();
        Assert.Equal(stock, (await _shop.Retail.Products.GetAsync(ShopApplication.Lantern))!.Stock);
    }

    [Fact]
    public async Task A_line_that_cannot_be_sold_is_explained_beside_its_quantity()
    {
        IPage page = await OpenAsync("/products/71053");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add to basket" }).ClickAsync();
        await _shop.Retail.Products.Update(ShopApplication.Lantern).Set(p => p.Stock, 0).ApplyAsync();
        await page.GotoAsync("/basket?customerId=17850");
        await page.GetByRole(AriaRole.Button, new() { Name = "Place the order" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The order was not placed.");
        await Expect(page.GetByLabel("Quantity of White Metal Lantern")).ToHaveAccessibleDescriptionAsync("Sold out.");
    }

    [Fact]
    public async Task The_dashboard_plots_each_day_and_leads_to_its_best_sellers()
    {
        await _shop.Retail.ProductSales.PutAsync(
            new ProductSales { Day = Today.AddDays(-1), StockCode = "71053", Name = "WHITE METAL LANTERN", Units = 7, Total = 23.73m });
        IPage page = await OpenAsync("/sales");
        await Expect(page.Locator("svg.plot a")).ToHaveCountAsync(9);
        await Expect(page.GetByRole(AriaRole.Rowheader)).ToHaveTextAsync(["United Kingdom", "France"]);

        await page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("^Wed 8 Dec", RegexOptions.None, TimeSpan.FromSeconds(1)) }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Best sellers of Wed 8 Dec" })).ToBeVisibleAsync();
        await Expect(page.GetByText("7 units · £24")).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/products/85123A")]
    [InlineData("/customers/17850")]
    [InlineData("/sales")]
    public async Task Pages_fit_a_telephone(string address)
    {
        IPage page = await OpenAsync(address, width: 360);
        Assert.Equal(360, await page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    private async Task<IPage> OpenAsync(string address, int width = 1280)
    {
        IPage page = await chromium.VisitAsync(_shop.ClientOptions.BaseAddress, width);
        await page.GotoAsync(address);
        return page;
    }
}
