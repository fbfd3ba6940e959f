using Retail.Import;
using Retail.Loading;
using Retail.Model;
using Retail.Patterns;
using Spectre.Console;

namespace Retail.Tests;

/// <summary>The patterns that write do what they say. Each test has a small shop of its own.</summary>
public sealed class PatternTests
{
    private static readonly DateTime Date = new(2010, 12, 1, 8, 26, 0);

    [Fact]
    public async Task Every_question_is_answered_and_costs_something()
    {
        LoadedMonth month = new();
        await month.InitializeAsync();
        StringWriter output = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });

        await Report.PatternsAsync(console, month.Retail);

        string[] costs = [.. output.ToString().Split('\n').Where(line => line.Contains("capacity units", StringComparison.Ordinal))];
        Assert.Equal(15, costs.Length);
        Assert.DoesNotContain(costs, line => line.Contains(" 0 capacity units", StringComparison.Ordinal));
        Assert.Contains("The second change is refused: the price is 12.95", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelling_an_invoice_puts_its_goods_back_once()
    {
        RetailTable retail = await SmallShopAsync();
        StringWriter output = new();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(output) });

        foreach (Pattern pattern in WritePatterns.All[1..])
        {
            await pattern.Answer(retail, console);
        }

        Invoice cancelled = (await retail.Invoices.GetAsync("17850", Date, "536365"))!;
        Product product = (await retail.Products.GetAsync("85123A"))!;
        Assert.Equal(InvoiceStatus.Cancelled, cancelled.Status);
        Assert.Equal(Month.OpeningStock, product.Stock);
        Assert.Contains("ConditionalCheckFailed", output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoice_that_arrives_twice_is_counted_once()
    {
        RetailTable retail = await SmallShopAsync();
        Invoice invoice = (await retail.Invoices.GetAsync("17850", Date, "536365"))!;

        await Assert.ThrowsAsync<Keyfold.TransactionCancelledException>(
            () => new Loader(retail) { Progress = (_, _, _) => { } }.ArriveAsync(invoice));

        CountrySales sales = Assert.Single(await retail.CountrySales.ByDay(new DateOnly(2010, 12, 1)).ToListAsync());
        Assert.Equal(1, sales.Invoices);
        Assert.Equal(15.30m, sales.Total);
    }

    private static async Task<RetailTable> SmallShopAsync()
    {
        RetailTable retail = new();
        InvoiceRow row = new(2, "536365", "85123A", "WHITE HANGING HEART T-LIGHT HOLDER", 6, Date, 2.55m, "17850", "United Kingdom");
        await new Loader(retail) { Progress = (_, _, _) => { } }.LoadAsync(Month.From([row]));
        return retail;
    }
}
