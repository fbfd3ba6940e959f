using Keyfold;
using Keyfold.Engine;
using Keyfold.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Keyfold to an application.</summary>
public static class KeyfoldServiceCollectionExtensions
{
    /// <summary>Adds a backend, to which the builder adds tables.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Sets the options; null leaves an embedded engine in memory.</param>
    /// <param name="serviceKey">A key to register the backend and its tables with, where an application has several; null for none.</param>
    public static KeyfoldBuilder AddKeyfold(this IServiceCollection services, Action<KeyfoldOptions>? configure = null, object? serviceKey = null) =>
        AddKeyfold(services, configuration: null, configure, serviceKey);

    /// <summary>Adds a backend with options from configuration, to which the builder adds tables.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configuration">
    /// A section with <c>CreateTablesOnStart</c>, <c>ValidateTablesOnStart</c>, <c>TableNamePrefix</c> and, by declared table name under <c>Tables</c>,
    /// <c>TableName</c>, <c>BatchAttemptsMax</c> and <c>BatchDelay</c>.
    /// </param>
    /// <param name="configure">Sets further options, after those of the section.</param>
    /// <param name="serviceKey">A key to register the backend and its tables with, where an application has several; null for none.</param>
    public static KeyfoldBuilder AddKeyfold(
        this IServiceCollection services, IConfiguration? configuration, Action<KeyfoldOptions>? configure = null, object? serviceKey = null)
    {
        OptionsBuilder<KeyfoldOptions> options = services.AddOptions<KeyfoldOptions>(KeyfoldBuilder.OptionsName(serviceKey));
        if (configuration is not null)
        {
            options.Configure(value => KeyfoldConfiguration.Read(configuration, value));
        }

        if (configure is not null)
        {
            options.Configure(configure);
        }

        services.TryAdd(new ServiceDescriptor(
            typeof(IStorageBackend),
            serviceKey,
            static (services, key) =>
                services.GetRequiredService<IOptionsMonitor<KeyfoldOptions>>().Get(KeyfoldBuilder.OptionsName(key)).CreateBackend(services),
            ServiceLifetime.Singleton));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, TableCreationService>());
        return new KeyfoldBuilder(services, serviceKey);
    }

    /// <summary>
    /// For tests: keeps the items of every table in a new embedded engine in memory, whatever the application asks for. Each service provider has its own.
    /// </summary>
    /// <param name="services">The application's services.</param>
    /// <param name="options">The engine's options; null for the default ones.</param>
    public static IServiceCollection UseKeyfoldEngine(this IServiceCollection services, EngineOptions? options = null) =>
        services.PostConfigureAll<KeyfoldOptions>(keyfold => keyfold.UseEngine(options));
}
