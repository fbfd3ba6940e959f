using Microsoft.AspNetCore.Http.HttpResults;
using Retail.Web.Shop;

namespace Retail.Web.Api;

/// <summary>How long a page of a list is.</summary>
internal static class Limits
{
    public const int PageSize = 25;

    /// <summary>What is wrong with the page size that was asked for; null if nothing is.</summary>
    public static ValidationProblem? Check(int? limit) => limit is < 1 or > Catalogue.PageSizeMax
        ? TypedResults.ValidationProblem([new("limit", [$"A page has 1 to {Catalogue.PageSizeMax} entries."])])
        : null;
}
