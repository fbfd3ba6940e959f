namespace Retail.Web.Shop;

/// <summary>What was sold in a range of days.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day.</param>
/// <param name="Days">Every day of the range, those without sales too.</param>
/// <param name="Countries">Those that bought, the largest total first.</param>
public sealed record SalesReport(DateOnly From, DateOnly To, IReadOnlyList<DaySales> Days, IReadOnlyList<CountryTotal> Countries)
{
    public decimal Total => Days.Sum(day => day.Total);

    public int Invoices => Days.Sum(day => day.Invoices);

    public int Lines => Days.Sum(day => day.Lines);
}

/// <summary>What was sold on one day, at home and abroad, in pounds sterling with cancellations taken off.</summary>
public sealed record DaySales(DateOnly Day, int Invoices, int Lines, decimal Home, decimal Abroad)
{
    public decimal Total => Home + Abroad;
}

/// <summary>What one country bought, in pounds sterling with cancellations taken off.</summary>
public sealed record CountryTotal(string Country, int Invoices, int Lines, decimal Total);
