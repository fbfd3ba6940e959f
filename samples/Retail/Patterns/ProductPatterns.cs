using Retail.Model;
using Spectre.Console;

namespace Retail.Patterns;

internal static class ProductPatterns
{
    public static readonly Pattern[] All =
    [
        new("What is product 22423?", ByStockCode),
        new("Who bought it last?", WhoBought),
        new("The best sellers of 6 December", TopOfADay),
    ];

    private static async Task ByStockCode(RetailTable retail, IAnsiConsole console)
    {
        Product? product = await retail.Products.GetAsync("22423");
        console.Write(Show.Table("code", "name", "price", "stock").Row(product!.StockCode, product.Name, product.Price, product.Stock));
    }

    private static async Task WhoBought(RetailTable retail, IAnsiConsole console)
    {
        Table table = Show.Table("when", "customer", "invoice", "units");
        foreach (Purchase purchase in await retail.Purchases.ByProduct("22423").Descending().Where(p => p.Quantity > 0).Take(5).ToListAsync())
        {
            table.Row(purchase.Date, purchase.CustomerId, purchase.InvoiceNumber, purchase.Quantity);
        }

        console.Write(table);
    }

    private static async Task TopOfADay(RetailTable retail, IAnsiConsole console)
    {
        Table table = Show.Table("code", "name", "units", "total");
        #region top products of a day
        foreach (ProductSales sales in await retail.ProductSales.TopOfDay(new DateOnly(2010, 12, 6)).Descending().Take(5).ToListAsync())
        {
            table.Row(sales.StockCode, sales.Name, sales.Units, sales.Total);
        }
        #endregion

        console.Write(table);
    }
}
