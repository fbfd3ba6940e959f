using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Retail.Model;
using Retail.Web.Shop;

namespace Retail.Web.Pages;

/// <summary>What was sold in a range of days, and the best sellers of one of them.</summary>
public sealed class SalesModel(SalesReports reports, ShopClock clock) : PageModel
{
    private const int DaysShown = 9;
    private const int BestSellerCount = 8;

    [BindProperty(SupportsGet = true)]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateOnly? To { get; set; }

    /// <summary>The day whose best sellers are shown; the last one with sales if not given.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? Day { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Country { get; set; }

    public SalesReport Report { get; private set; } = null!;

    public IReadOnlyList<string> CountryNames { get; private set; } = [];

    public DateOnly SelectedDay { get; private set; }

    public IReadOnlyList<ProductSales> BestSellers { get; private set; } = [];

    /// <summary>What is wrong with the range that was asked for; null if nothing is.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (DateOnly from, DateOnly to) = Range();
        SalesReport all = await reports.ReadAsync(from, to, country: null, cancellationToken);
        CountryNames = [.. all.Countries.Select(country => country.Country).Order(StringComparer.Ordinal)];
        Report = string.IsNullOrEmpty(Country) ? all : await reports.ReadAsync(from, to, Country, cancellationToken);
        SelectedDay = Day ?? all.Days.LastOrDefault(day => day.Invoices > 0)?.Day ?? to;
        BestSellers = await reports.BestSellersAsync(SelectedDay, BestSellerCount, cancellationToken);
    }

    private (DateOnly From, DateOnly To) Range()
    {
        DateOnly to = To ?? clock.Today;
        DateOnly from = From ?? to.AddDays(1 - DaysShown);
        if (!ModelState.IsValid || to < from || to.DayNumber - from.DayNumber >= SalesReports.DaysMax)
        {
            Problem = $"Choose a range of 1 to {SalesReports.DaysMax} days.";
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return (clock.Today.AddDays(1 - DaysShown), clock.Today);
        }

        return (from, to);
    }
}
