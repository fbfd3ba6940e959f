using Retail.Model;
using Spectre.Console;

namespace Retail.Patterns;

internal static class SalesPatterns
{
    public static readonly Pattern[] All =
    [
        new("What each country bought on 6 December", OfADay),
        new("What France bought, day by day", OfACountry),
    ];

    private static async Task OfADay(RetailTable retail, IAnsiConsole console)
    {
        Table table = Show.Table("country", "invoices", "lines", "total");
        await foreach (CountrySales sales in retail.CountrySales.ByDay(new DateOnly(2010, 12, 6)))
        {
            table.Row(sales.Country, sales.Invoices, sales.Lines, sales.Total);
        }

        console.Write(table);
    }

    private static async Task OfACountry(RetailTable retail, IAnsiConsole console)
    {
        Table table = Show.Table("day", "invoices", "total");
        await foreach (CountrySales sales in retail.CountrySales.ByCountry("France").DayFrom(new DateOnly(2010, 12, 14)))
        {
            table.Row(sales.Day, sales.Invoices, sales.Total);
        }

        console.Write(table);
    }
}
