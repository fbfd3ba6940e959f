using System.Globalization;
using Retail.Web.Shop;

namespace Retail.Web.Plots;

/// <summary>
/// Where the parts of the plot of daily sales are, in the units of its view box: for each day a column of two parts, sales at home below and sales abroad on
/// top. A day on which more came back than was sold has no column.
/// </summary>
public sealed class DailySalesPlot
{
    public const int Width = 760;
    public const int Height = 300;
    public const int Left = 58;
    public const int Right = 10;
    public const int Top = 14;
    public const int Bottom = 34;

    private const int TicksWanted = 4;
    private const double ColumnShare = 0.62;
    private const double ColumnWidthMax = 56;
    private const int LabelWidth = 56;

    private readonly double _step;
    private readonly decimal _top;

    public DailySalesPlot(SalesReport report, DateOnly selectedDay)
    {
        Report = report;
        SelectedDay = selectedDay;
        decimal highest = Math.Max(report.Days.Max(day => Math.Max(day.Home, 0) + Math.Max(day.Abroad, 0)), 1);
        decimal tick = NiceTick(highest / TicksWanted);
        _top = Math.Ceiling(highest / tick) * tick;
        _step = (double)(Width - Left - Right) / report.Days.Count;
        Ticks = [.. Enumerable.Range(0, (int)(_top / tick) + 1).Select(i => new Tick(i * tick, Y(i * tick)))];
        Columns = [.. report.Days.Select(ToColumn)];
        LabelEvery = Math.Max(1, (int)Math.Ceiling(LabelWidth / _step));
    }

    public SalesReport Report { get; }

    /// <summary>The day that the rest of the page is about.</summary>
    public DateOnly SelectedDay { get; }

    public IReadOnlyList<Tick> Ticks { get; }

    public IReadOnlyList<Column> Columns { get; }

    /// <summary>Every how many days there is room for a label.</summary>
    public int LabelEvery { get; }

    public static double Floor => Height - Bottom;

    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    private Column ToColumn(DaySales day, int index)
    {
        decimal home = Math.Max(day.Home, 0), abroad = Math.Max(day.Abroad, 0);
        double width = Math.Min(_step * ColumnShare, ColumnWidthMax);
        return new Column(day, Left + (index * _step) + ((_step - width) / 2), width, Y(home), Y(home + abroad), Left + (index * _step), _step);
    }

    private double Y(decimal pounds) => Floor - ((double)(pounds / _top) * (Floor - Top));

    // 1, 2 or 5 of some power of ten
    private static decimal NiceTick(decimal rough)
    {
        decimal power = 1;
        while (power * 10 <= rough)
        {
            power *= 10;
        }

        decimal share = rough / power;
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }
}

/// <summary>A line across the plot, and what it stands for.</summary>
public sealed record Tick(decimal Pounds, double Y);

/// <summary>A day's column: its own place, and that of the whole slot which reacts to a pointer.</summary>
public sealed record Column(DaySales Day, double X, double Width, double HomeY, double AbroadY, double SlotX, double SlotWidth)
{
    public double Middle => X + (Width / 2);
}
