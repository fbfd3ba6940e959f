using Microsoft.AspNetCore.Http.HttpResults;
using Retail.Web.Shop;

namespace Retail.Web.Api;

/// <summary>What was sold, by day and by country.</summary>
internal static class SalesEndpoints
{
    private const int BestSellersMax = 20;

    public static void MapSales(this RouteGroupBuilder api)
    {
        RouteGroupBuilder sales = api.MapGroup("/sales").WithTags("Sales");
        sales.MapGet("", ReportAsync).WithName("ReportSales").WithSummary("Sales by day and by country in a range of days.");
        sales.MapGet("/{day}/best-sellers", BestSellersAsync).WithName("ListBestSellers").WithSummary("The products with the most units sold on a day.");
    }

    private static async Task<Results<Ok<SalesReport>, ValidationProblem>> ReportAsync(
        DateOnly from, DateOnly to, string? country, SalesReports reports, CancellationToken cancellationToken)
    {
        if (to < from || to.DayNumber - from.DayNumber >= SalesReports.DaysMax)
        {
            return TypedResults.ValidationProblem([new("to", [$"A report has 1 to {SalesReports.DaysMax} days."])]);
        }

        return TypedResults.Ok(await reports.ReadAsync(from, to, string.IsNullOrWhiteSpace(country) ? null : country, cancellationToken));
    }

    private static async Task<Ok<IReadOnlyList<BestSellerResponse>>> BestSellersAsync(
        DateOnly day, SalesReports reports, CancellationToken cancellationToken) =>
        TypedResults.Ok<IReadOnlyList<BestSellerResponse>>(
            [.. (await reports.BestSellersAsync(day, BestSellersMax, cancellationToken)).Select(BestSellerResponse.Of)]);
}
