using Keyfold;
using Keyfold.Tests.Model;
using Keyfold.Web.App;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
builder.Services
    .AddKeyfold(
        builder.Configuration.GetSection("Keyfold"),
        options => options.UseBackend(static _ => throw new NotSupportedException("Where this runs there is no database.")))
    .AddTable<RetailTable>();

WebApplication app = builder.Build();
app.MapGet("/customers/{id}", async (string id, RetailTable retail, CancellationToken cancellationToken) =>
    await retail.Customers.GetAsync(id, cancellationToken: cancellationToken) is { } customer
        ? Results.Ok(new CustomerResponse(customer.Id, customer.Country, customer.Version))
        : Results.NotFound());
app.MapPut("/customers/{id}", async (string id, CustomerRequest request, RetailTable retail, CancellationToken cancellationToken) =>
{
    try
    {
        Customer stored = await retail.Customers.PutAsync(
            new Customer { Id = id, Country = request.Country, Version = request.Version }, cancellationToken: cancellationToken);
        return Results.Ok(new CustomerResponse(stored.Id, stored.Country, stored.Version));
    }
    catch (ConditionFailedException<Customer> conflict)
    {
        return Results.Conflict(new CustomerResponse(id, conflict.Existing!.Country, conflict.Existing.Version));
    }
});
app.MapGet("/countries/{country}/customers", async (string country, string? cursor, RetailTable retail, CancellationToken cancellationToken) =>
{
    try
    {
        Page<Customer> page = await retail.Customers.ByCountry(country).Take(2).From(cursor).FirstPageAsync(cancellationToken);
        return Results.Ok(new CustomersResponse([.. page.Items.Select(customer => customer.Id)], page.Cursor));
    }
    catch (CursorException error)
    {
        return Results.BadRequest(error.Message);
    }
});
await app.RunAsync();
