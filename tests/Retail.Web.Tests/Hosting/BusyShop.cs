using Keyfold;
using Keyfold.Engine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Retail.Web.Tests.Hosting;

/// <summary>The application on a backend that can be told to fail, and with a single attempt for each request.</summary>
public sealed class BusyShop : ShopApplication
{
    public BusyShop() => Backend.Engine.CreateTableAsync(Model.RetailTable.Schema).AsTask().GetAwaiter().GetResult();

    public FaultyBackend Backend { get; } = new(new EmbeddedEngine());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Keyfold:Resilience:CircuitBreaker", "false");
        builder.UseSetting("Keyfold:Resilience:Retry:AttemptsMax", "1");
        builder.UseSetting("Keyfold:Resilience:Retry:ThrottledDelay", "00:00:00.001");
        builder.ConfigureTestServices(services => services.PostConfigureAll<KeyfoldOptions>(options =>
        {
            options.UseBackend(_ => Backend);
            options.CreateTablesOnStart = false;
        }));
    }
}
