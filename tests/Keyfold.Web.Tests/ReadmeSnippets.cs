using Keyfold.Tests.Model;
using Keyfold.Web.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Keyfold.Web.Tests;

/// <summary>The README's lines on ASP.NET, compiled and run.</summary>
public sealed class ReadmeSnippets
{
    [Fact]
    public async Task A_table_is_registered_by_one_line()
    {
        WebApplicationBuilder builder = WebApplication.CreateBuilder();

        #region register
        builder.Services.AddKeyfold(builder.Configuration.GetSection("Keyfold")).AddTable<RetailTable>();
        #endregion

        await using WebApplication app = builder.Build();
        RetailTable retail = app.Services.GetRequiredService<RetailTable>();
        Assert.Null(await retail.Customers.GetAsync("17850"));
    }

    [Fact]
    public async Task A_test_swaps_the_backend_by_one_line()
    {
        #region swap
        await using WebApplicationFactory<Application> factory = new WebApplicationFactory<Application>()
            .WithWebHostBuilder(host => host.ConfigureTestServices(services => services.UseKeyfoldEngine()));
        #endregion

        RetailTable retail = factory.Services.GetRequiredService<RetailTable>();
        Assert.Null(await retail.Customers.GetAsync("17850"));
    }
}
