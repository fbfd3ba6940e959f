using System.Globalization;
using Spectre.Console;

namespace Retail.Patterns;

/// <summary>How answers look.</summary>
internal static class Show
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static Table Table(params string[] columns)
    {
        Table table = new() { Border = TableBorder.Rounded };
        foreach (string column in columns)
        {
            table.AddColumn(new TableColumn($"[grey]{column}[/]"));
        }

        return table;
    }

    public static Table Row(this Table table, params object[] cells)
    {
        table.AddRow([.. cells.Select(cell => Markup.Escape(Text(cell)))]);
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i] is int or long or decimal or double)
            {
                table.Columns[i].RightAligned();
            }
        }

        return table;
    }

    private static string Text(object cell) => cell switch
    {
        decimal money => money.ToString("#,0.00", Culture),
        double units => units.ToString("#,0.0", Culture),
        int or long => ((IFormattable)cell).ToString("#,0", Culture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm", Culture),
        DateOnly day => day.ToString("yyyy-MM-dd", Culture),
        _ => cell.ToString() ?? string.Empty,
    };
}
