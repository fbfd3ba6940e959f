using Retail.Model;

namespace Retail.Web;

/// <summary>
/// Chooses where the shop's items are: the value of <c>Keyfold:Backend</c>. Whichever it is, requests that fail for the moment are sent again.
/// </summary>
internal static class RetailTableRegistration
{
    public static void AddRetailTable(this IServiceCollection services, IConfigurationSection configuration) =>
        services.AddKeyfold(configuration, options =>
        {
            _ = configuration["Backend"] switch
            {
                null or "" or "Engine" => options.UseEngine(),
                "DynamoDb" => options.UseDynamoDb(configuration.GetSection("DynamoDb")),
                { } unknown => throw new InvalidOperationException($"Keyfold:Backend is Engine or DynamoDb, and was '{unknown}'."),
            };
            options.UseResilience(configuration.GetSection("Resilience"));
        }).AddTable<RetailTable>();
}
