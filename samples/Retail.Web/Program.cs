using System.Text.Json.Serialization;
using Retail.Web;
using Retail.Web.Api;
using Retail.Web.Errors;
using Retail.Web.Shop;

WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
builder.Services.AddRetailTable(builder.Configuration.GetSection("Keyfold"));
builder.Services.Configure<ShopOptions>(builder.Configuration.GetSection("Shop"));
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton<ShopClock>();
builder.Services.AddSingleton<Catalogue>();
builder.Services.AddSingleton<OrderDesk>();
builder.Services.AddSingleton<Cancellation>();
builder.Services.AddSingleton<SalesReports>();
builder.Services.AddHostedService<SampleData>();

builder.Services.ConfigureHttpJsonOptions(static json =>
{
    json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
    json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
});
builder.Services.AddOpenApi(static openApi => openApi.AddDocumentTransformer(static (document, _, _) =>
{
    document.Info.Title = "Hanging Heart";
    document.Info.Description = "A shop's catalogue, customers, orders and sales, in one table.";
    return Task.CompletedTask;
}));
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<ApiExceptionHandler>();
builder.Services.Configure<RouteHandlerOptions>(static options => options.ThrowOnBadRequest = true);
builder.Services.AddHealthChecks().AddCheck<TableHealthCheck>("table");
builder.Services.AddRazorPages();

WebApplication app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    ExceptionHandlingPath = "/error",
    StatusCodeSelector = static error => Problem.Of(error).Status,
    SuppressDiagnosticsCallback = static failed => Problem.Of(failed.Exception).Status < StatusCodes.Status500InternalServerError,
});
app.UseWhen(
    static context => !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal),
    static pages => pages.UseStatusCodePagesWithReExecute("/error", "?status={0}"));
app.UseSecurityHeaders();
app.UseStaticFiles();
app.UseRouting();
app.UseAntiforgery();

RouteGroupBuilder api = app.MapGroup("/api").ProducesProblem(StatusCodes.Status429TooManyRequests);
api.MapProducts();
api.MapCustomers();
api.MapInvoices();
api.MapSales();
api.MapFallback(static () => TypedResults.Problem(Problem.NotFound.ToDetails())).ExcludeFromDescription();
app.MapOpenApi();
app.MapHealthChecks("/healthz");
app.MapRazorPages();
await app.RunAsync();
