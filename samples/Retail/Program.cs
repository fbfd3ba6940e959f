using Retail;
using Retail.Import;
using Retail.Loading;
using Retail.Model;
using Spectre.Console;

// The main job: a month of a real shop, loaded into one table and asked a dozen questions.
if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return 2;
}

IAnsiConsole console = AnsiConsole.Console;
try
{
    IReadOnlyList<InvoiceRow> rows = InvoiceFile.Read(
        arguments.File,
        arguments.SkipBadRows ? bad => console.MarkupLineInterpolated($"[yellow]skipped {bad.Message}[/]") : null);
    Report.Rows(console, rows);

    RetailTable retail = new();
    await Report.LoadAsync(console, retail, Month.From(rows));
    await Report.FiguresAsync(console, retail);
    await Report.PatternsAsync(console, retail);
    return 0;
}
catch (Exception error) when (error is BadRowException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine($"{arguments.File}: {error.Message}");
    Console.Error.WriteLine("A file with bad lines can be read with --skip-bad-rows, which reports and leaves them out.");
    return 1;
}
