using Keyfold;
using Microsoft.AspNetCore.Http.HttpResults;
using Retail.Model;
using Retail.Web.Errors;
using Retail.Web.Shop;

namespace Retail.Web.Api;

/// <summary>Products and who bought them.</summary>
internal static class ProductEndpoints
{
    private const decimal PriceMax = 1_000_000m;

    public static void MapProducts(this RouteGroupBuilder api)
    {
        RouteGroupBuilder products = api.MapGroup("/products").WithTags("Products");
        products.MapGet("", ListAsync).WithName("ListProducts").WithSummary("The catalogue in order of stock codes, page by page.");
        products.MapGet("/{stockCode}", GetAsync).WithName("GetProduct").WithSummary("A product.");
        products.MapPut("/{stockCode}/price", SetPriceAsync).WithName("SetPrice").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Changes a price, unless somebody else changed the product first.");
        products.MapGet("/{stockCode}/purchases", PurchasesAsync).WithName("ListPurchases").WithSummary("Who bought a product, the latest first.");
    }

    private static async Task<Results<Ok<Listing<ProductResponse>>, ValidationProblem>> ListAsync(
        Catalogue catalogue, string? prefix, string? name, int? limit, string? cursor, CancellationToken cancellationToken)
    {
        if (Limits.Check(limit) is { } problem)
        {
            return problem;
        }

        ProductPage page = await catalogue.PageAsync(prefix, name, limit ?? Limits.PageSize, cursor, cancellationToken);
        return TypedResults.Ok(new Listing<ProductResponse>([.. page.Products.Select(ProductResponse.Of)], page.Cursor));
    }

    private static async Task<Results<Ok<ProductResponse>, ProblemHttpResult>> GetAsync(
        string stockCode, RetailTable retail, CancellationToken cancellationToken) =>
        await retail.Products.GetAsync(StockCodes.Normalize(stockCode), cancellationToken: cancellationToken) is { } product
            ? TypedResults.Ok(ProductResponse.Of(product))
            : TypedResults.Problem(Problem.NotFound.ToDetails());

    private static async Task<Results<Ok<ProductResponse>, ValidationProblem, ProblemHttpResult>> SetPriceAsync(
        string stockCode, PriceRequest request, RetailTable retail, CancellationToken cancellationToken)
    {
        if (request.Price is < 0 or > PriceMax || decimal.Round(request.Price, 2) != request.Price)
        {
            return TypedResults.ValidationProblem([new("price", ["A price is 0 to 1,000,000 pounds, in whole pence."])]);
        }

        try
        {
            return TypedResults.Ok(ProductResponse.Of(await retail.Products
                .Update(StockCodes.Normalize(stockCode))
                .Set(p => p.Price, request.Price)
                .When(p => p.Version == request.Version)
                .ApplyAndGetAsync(cancellationToken)));
        }
        catch (ConditionFailedException<Product> missing) when (!missing.ItemExists)
        {
            return TypedResults.Problem(Problem.NotFound.ToDetails());
        }
        catch (ConditionFailedException<Product> lost) when (lost.Existing is { } existing)
        {
            Microsoft.AspNetCore.Mvc.ProblemDetails details = Problem.Of(lost).ToDetails();
            details.Extensions["existing"] = ProductResponse.Of(existing);
            return TypedResults.Problem(details);
        }
    }

    private static async Task<Results<Ok<Listing<PurchaseResponse>>, ValidationProblem>> PurchasesAsync(
        string stockCode, int? limit, string? cursor, RetailTable retail, CancellationToken cancellationToken)
    {
        if (Limits.Check(limit) is { } problem)
        {
            return problem;
        }

        Page<Purchase> page = await retail.Purchases.ByProduct(StockCodes.Normalize(stockCode))
            .Descending().Take(limit ?? Limits.PageSize).From(cursor).FirstPageAsync(cancellationToken);
        return TypedResults.Ok(new Listing<PurchaseResponse>([.. page.Items.Select(PurchaseResponse.Of)], page.Cursor));
    }
}
