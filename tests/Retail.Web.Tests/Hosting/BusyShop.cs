using Keyfold;
using Keyfold.Engine;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Retail.Web.Tests.Hosting;

/// <summary>The application on a backend that can be told to fail.</summary>
public sealed class BusyShop : ShopApplication
{
    public FaultyBackend Backend { get; } = new(new EmbeddedEngine());

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.PostConfigureAll<KeyfoldOptions>(options =>
        {
            options.UseBackend(_ => Backend);
            options.CreateTablesOnStart = false;
        }));
        Backend.Engine.CreateTableAsync(Model.RetailTable.Schema).AsTask().GetAwaiter().GetResult();
    }
}
