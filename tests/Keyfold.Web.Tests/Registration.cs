using Keyfold.Engine;
using Keyfold.Oracle;
using Keyfold.Storage;
using Keyfold.Tests.Model;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Keyfold.Web.Tests;

/// <summary>What AddKeyfold and AddTable register.</summary>
public sealed class Registration
{
    [Fact]
    public async Task Without_options_a_table_is_on_an_engine_in_memory_and_is_there()
    {
        await using ServiceProvider services = new ServiceCollection().AddKeyfold().AddTable<RetailTable>().Services.BuildServiceProvider();
        RetailTable retail = services.GetRequiredService<RetailTable>();

        await retail.Customers.PutAsync(new Customer { Id = "1", Country = "France" });

        Assert.IsType<EmbeddedEngine>(services.GetRequiredService<IStorageBackend>());
        Assert.Same(retail, services.GetRequiredService<RetailTable>());
        Assert.Equal("France", (await retail.Customers.GetAsync("1"))?.Country);
    }

    [Fact]
    public async Task Keyed_registrations_are_apart_from_each_other()
    {
        var collection = new ServiceCollection();
        collection.AddKeyfold(serviceKey: "europe").AddTable<RetailTable>();
        collection.AddKeyfold(options => options.TableNamePrefix = "asia-", serviceKey: "asia").AddTable<RetailTable>();
        await using ServiceProvider services = collection.BuildServiceProvider();
        RetailTable europe = services.GetRequiredKeyedService<RetailTable>("europe");
        RetailTable asia = services.GetRequiredKeyedService<RetailTable>("asia");

        await europe.Customers.PutAsync(new Customer { Id = "1", Country = "France" });

        Assert.Equal(("retail", "asia-retail"), (europe.TableName, asia.TableName));
        Assert.Null(await asia.Customers.GetAsync("1"));
        Assert.Null(services.GetService<RetailTable>());
    }

    [Fact]
    public async Task Configuration_sets_names_and_options()
    {
        IConfiguration configuration = Configuration(
            ("Keyfold:TableNamePrefix", "test-"), ("Keyfold:Tables:retail:BatchAttemptsMax", "3"), ("Keyfold:Tables:other:TableName", "another"));
        TableOptions? seen = null;
        await using ServiceProvider services = new ServiceCollection()
            .AddKeyfold(configuration.GetSection("Keyfold"))
            .AddTable<RetailTable>(options => seen = options)
            .Services.BuildServiceProvider();

        Assert.Equal("test-retail", services.GetRequiredService<RetailTable>().TableName);
        Assert.Equal(new TableOptions { TableName = "test-retail", BatchAttemptsMax = 3 }, seen);
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_names_its_place()
    {
        IConfiguration configuration = Configuration(("Keyfold:Tables:retail:BatchAttemptsMax", "many"));
        await using ServiceProvider services =
            new ServiceCollection().AddKeyfold(configuration.GetSection("Keyfold")).AddTable<RetailTable>().Services.BuildServiceProvider();

        var error = Assert.Throws<InvalidOperationException>(services.GetRequiredService<RetailTable>);

        Assert.Equal("The configuration has \"many\" at Keyfold:Tables:retail:BatchAttemptsMax, which is no Int32.", error.Message);
    }

    [Fact]
    public async Task Tables_are_created_on_start_before_hosted_services_run()
    {
        var backend = new OracleBackend();
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton(backend);
        builder.Services.AddHostedService<TableReader>();
        builder.Services.AddKeyfold(options => options.UseBackend(_ => backend).CreateTablesOnStart = true).AddTable<RetailTable>();
        using IHost host = builder.Build();

        await host.StartAsync();
        await host.StopAsync();

        Assert.Equal(["retail"], host.Services.GetServices<IHostedService>().OfType<TableReader>().Single().Tables);
    }

    [Fact]
    public async Task A_table_with_another_key_is_an_error_and_the_same_table_is_not()
    {
        var engine = new EmbeddedEngine();
        var retail = new RetailTable(engine);

        Assert.True(await retail.CreateIfNotExistsAsync());
        Assert.False(await retail.CreateIfNotExistsAsync());
        await engine.DeleteTableAsync("retail");
        await engine.CreateTableAsync(RetailTable.Schema with { Indexes = [] });
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await retail.CreateIfNotExistsAsync());
        Assert.Equal("The table retail is there, but lacks its index GSI1.", error.Message);
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();

    private sealed class TableReader(OracleBackend backend) : IHostedService
    {
        public IReadOnlyList<string> Tables { get; private set; } = [];

        public async Task StartAsync(CancellationToken cancellationToken) => Tables = await backend.ListTablesAsync(cancellationToken);

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
