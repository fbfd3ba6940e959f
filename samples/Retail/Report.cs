using System.Diagnostics;
using System.Globalization;
using Retail.Import;
using Retail.Loading;
using Retail.Model;
using Retail.Patterns;
using Spectre.Console;

namespace Retail;

/// <summary>What the program prints, part by part.</summary>
internal static class Report
{
    private static readonly IEnumerable<Pattern> Patterns =
        [.. CustomerPatterns.All, .. InvoicePatterns.All, .. ProductPatterns.All, .. SalesPatterns.All, .. WritePatterns.All];

    public static void Rows(IAnsiConsole console, IReadOnlyList<InvoiceRow> rows)
    {
        Oddities odd = Oddities.Of(rows);
        console.Write(new Rule("[bold]Online Retail, December 2010[/]").LeftJustified());
        console.Write(Show.Table("rows", "without customer", "negative quantity", "zero price", "cancelling", "without description")
            .Row(rows.Count, odd.WithoutCustomer, odd.NegativeQuantities, odd.ZeroPrices, odd.Cancellations, odd.WithoutDescription));
        console.MarkupLine("[grey]All rows are kept: sales to nobody known belong to customer UNKNOWN, cancellations and stock corrections are invoices of their own kind.[/]");
    }

    public static async Task LoadAsync(IAnsiConsole console, RetailTable retail, Month month)
    {
        RequestMeter meter = new();
        Stopwatch watch = Stopwatch.StartNew();
        await console.Progress()
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new ElapsedTimeColumn())
            .StartAsync(async progress =>
            {
                Dictionary<string, ProgressTask> tasks = new(StringComparer.Ordinal);
                Loader loader = new(retail.Observe(meter.Add))
                {
                    Progress = (name, stored, all) =>
                    {
                        if (!tasks.TryGetValue(name, out ProgressTask? task))
                        {
                            tasks.Add(name, task = progress.AddTask(name, maxValue: all));
                        }

                        task.Value = stored;
                    },
                };
                await loader.LoadAsync(month);
            });
        console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"[grey]{meter.Read()} in the engine · {watch.Elapsed.TotalSeconds:0.0} s in all[/]");
    }

    public static async Task FiguresAsync(IAnsiConsole console, RetailTable retail)
    {
        RequestMeter meter = new();
        Figures figures = await Figures.ReadAsync(retail.Observe(meter.Add));
        console.WriteLine();
        console.Write(new Rule("[bold]The month as it is stored[/]").LeftJustified());
        console.Write(Show.Table("lines", "invoices", "cancellations", "customers", "products", "total")
            .Row(figures.Lines, figures.Invoices, figures.Cancellations, figures.Customers, figures.Products, figures.Totals.Values.Sum()));
        console.Write(new BarChart().Width(80).Label("[grey]pounds sterling, the ten largest countries but the United Kingdom[/]").AddItems(
            figures.Totals.Where(total => total.Key != "United Kingdom").OrderByDescending(total => total.Value).Take(10),
            total => new BarChartItem(total.Key, (double)total.Value, Color.SteelBlue)));
        console.MarkupLineInterpolated($"[grey]{meter.Read()}[/]");
    }

    public static async Task PatternsAsync(IAnsiConsole console, RetailTable retail)
    {
        int number = 0;
        foreach (Pattern pattern in Patterns)
        {
            RequestMeter meter = new();
            console.WriteLine();
            console.Write(new Rule($"[bold]{++number}. {Markup.Escape(pattern.Question)}[/]").LeftJustified());
            await pattern.Answer(retail.Observe(meter.Add), console);
            console.MarkupLineInterpolated($"[grey]{meter.Read()}[/]");
        }
    }
}
