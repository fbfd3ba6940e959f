using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Retail.Model;
using Retail.Web.Errors;
using Retail.Web.Shop;

namespace Retail.Web.Api;

/// <summary>Orders: placed, read and cancelled.</summary>
internal static class InvoiceEndpoints
{
    private const int TokenLengthMax = 36;

    public static void MapInvoices(this RouteGroupBuilder api)
    {
        RouteGroupBuilder invoices = api.MapGroup("/customers/{customerId}/invoices").WithTags("Invoices");
        invoices.MapPost("", PlaceAsync).WithName("PlaceOrder").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Places an order. One that is sent again with the same Idempotency-Key is not placed again.");
        invoices.MapGet("/{reference}", GetAsync).WithName("GetInvoice").WithSummary("An invoice with its lines.");
        invoices.MapPost("/{reference}/cancellation", CancelAsync).WithName("CancelOrder").ProducesProblem(StatusCodes.Status409Conflict)
            .WithSummary("Cancels an order and puts its goods back. A large one takes several steps; should that be interrupted, send it again.");
    }

    private static async Task<Results<CreatedAtRoute<InvoiceResponse>, ValidationProblem>> PlaceAsync(
        string customerId,
        OrderRequest request,
        [FromHeader(Name = "Idempotency-Key")] string? token,
        OrderDesk desk,
        CancellationToken cancellationToken)
    {
        if (token is { Length: 0 or > TokenLengthMax })
        {
            return TypedResults.ValidationProblem([new("Idempotency-Key", [$"1 to {TokenLengthMax} characters."])]);
        }

        OrderLine[] lines = [.. (request.Lines ?? []).Select(line => line with { StockCode = StockCodes.Normalize(line.StockCode ?? "") })];
        return await desk.PlaceAsync(new OrderDraft(customerId, lines), token, cancellationToken) switch
        {
            OrderRefused refused => TypedResults.ValidationProblem(refused.Problems),
            OrderPlaced placed => Created(placed.Invoice),
            OrderOutcome unknown => throw new InvalidOperationException($"{unknown} is no outcome."),
        };
    }

    private static async Task<Results<Ok<InvoiceResponse>, ProblemHttpResult>> GetAsync(
        string customerId, InvoiceReference reference, RetailTable retail, CancellationToken cancellationToken) =>
        await retail.Invoices.GetAsync(customerId, reference.Date, reference.Number, cancellationToken: cancellationToken) is { } invoice
            ? TypedResults.Ok(InvoiceResponse.Of(invoice))
            : TypedResults.Problem(Errors.Problem.NotFound.ToDetails());

    private static async Task<Results<Ok<InvoiceResponse>, ProblemHttpResult>> CancelAsync(
        string customerId, InvoiceReference reference, RetailTable retail, Cancellation cancellation, CancellationToken cancellationToken)
    {
        Invoice? invoice = await retail.Invoices.GetAsync(customerId, reference.Date, reference.Number, consistent: true, cancellationToken);
        if (invoice is null)
        {
            return TypedResults.Problem(Errors.Problem.NotFound.ToDetails());
        }

        if (Cancellation.ReasonAgainst(invoice) is { } reason)
        {
            return TypedResults.Problem(reason, statusCode: StatusCodes.Status409Conflict, title: "Conflict");
        }

        return TypedResults.Ok(InvoiceResponse.Of(await cancellation.CancelAsync(invoice, cancellationToken)));
    }

    private static CreatedAtRoute<InvoiceResponse> Created(Invoice invoice) => TypedResults.CreatedAtRoute(
        InvoiceResponse.Of(invoice),
        "GetInvoice",
        new RouteValueDictionary { ["customerId"] = invoice.CustomerId, ["reference"] = InvoiceReference.Of(invoice).ToString() });
}
