using System.Globalization;

namespace Retail.Web.Pages;

/// <summary>How values look to people.</summary>
public static class Text
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Money(decimal pounds) => pounds < 0 ? $"−£{(-pounds).ToString("#,0.00", Culture)}" : $"£{pounds.ToString("#,0.00", Culture)}";

    /// <summary>Money without pence, where the digits matter less than the size.</summary>
    public static string Pounds(decimal pounds) => pounds < 0 ? $"−£{(-pounds).ToString("#,0", Culture)}" : $"£{pounds.ToString("#,0", Culture)}";

    public static string Count(int number) => number.ToString("#,0;−#,0", Culture);

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Culture);

    public static string ShortDay(DateOnly day) => day.ToString("ddd d MMM", Culture);

    public static string Time(DateTime time) => time.ToString("d MMM yyyy, HH:mm", Culture);

    public static string IsoDay(DateOnly day) => day.ToString("yyyy-MM-dd", Culture);

    public static string IsoTime(DateTime time) => time.ToString("s", Culture);

    public static string Customer(string id) => id == Retail.Model.Customer.Unknown ? "Not recorded" : id;

    /// <summary>The shop writes its products' names in capitals, which are hard to read in a list.</summary>
    public static string Title(string name) => name.Length == 0 ? "(no description)" : Culture.TextInfo.ToTitleCase(name.ToLowerInvariant());
}
