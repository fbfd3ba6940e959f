using Keyfold;
using Microsoft.AspNetCore.Http.HttpResults;
using Retail.Model;
using Retail.Web.Errors;

namespace Retail.Web.Api;

/// <summary>Customers and what they bought.</summary>
internal static class CustomerEndpoints
{
    public static void MapCustomers(this RouteGroupBuilder api)
    {
        RouteGroupBuilder customers = api.MapGroup("/customers").WithTags("Customers");
        customers.MapGet("", ListAsync).WithName("ListCustomers").WithSummary("The customers of a country, page by page.");
        customers.MapGet("/{customerId}/invoices", InvoicesAsync).WithName("ListInvoices")
            .WithSummary("A customer's invoices, the newest first, page by page.");
        customers.MapGet("/{customerId}", GetAsync).WithName("GetCustomer").WithSummary("A customer with all invoices, in one query.");
    }

    private static async Task<Results<Ok<Listing<CustomerResponse>>, ValidationProblem>> ListAsync(
        string country, int? limit, string? cursor, RetailTable retail, CancellationToken cancellationToken)
    {
        if (Limits.Check(limit) is { } problem)
        {
            return problem;
        }

        Page<Customer> page = await retail.Customers.ByCountry(country).Take(limit ?? Limits.PageSize).From(cursor).FirstPageAsync(cancellationToken);
        return TypedResults.Ok(new Listing<CustomerResponse>([.. page.Items.Select(CustomerResponse.Of)], page.Cursor));
    }

    private static async Task<Results<Ok<CustomerHistoryResponse>, ProblemHttpResult>> GetAsync(
        string customerId, RetailTable retail, CancellationToken cancellationToken)
    {
        if (customerId == Customer.Unknown)
        {
            return TypedResults.Problem(
                "A third of all sales are nobody's. List their invoices page by page.", statusCode: StatusCodes.Status400BadRequest, title: "Bad request");
        }

        CustomerHistory history = await retail.CustomerHistory(customerId).Descending().ToCollectionAsync(cancellationToken);
        return history.Customer is { } customer
            ? TypedResults.Ok(new CustomerHistoryResponse(CustomerResponse.Of(customer), [.. history.Invoices.Select(InvoiceResponse.Of)]))
            : TypedResults.Problem(Problem.NotFound.ToDetails());
    }

    private static async Task<Results<Ok<Listing<InvoiceResponse>>, ValidationProblem>> InvoicesAsync(
        string customerId, int? limit, string? cursor, RetailTable retail, CancellationToken cancellationToken)
    {
        if (Limits.Check(limit) is { } problem)
        {
            return problem;
        }

        Page<Invoice> page = await retail.Invoices.ByCustomer(customerId)
            .Descending().Take(limit ?? Limits.PageSize).From(cursor).FirstPageAsync(cancellationToken);
        return TypedResults.Ok(new Listing<InvoiceResponse>([.. page.Items.Select(InvoiceResponse.Of)], page.Cursor));
    }
}
