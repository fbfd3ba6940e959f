using Keyfold.Engine;
using Keyfold.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Keyfold;

/// <summary>Adds tables to an application.</summary>
public sealed class KeyfoldBuilder
{
    internal KeyfoldBuilder(IServiceCollection services, object? serviceKey)
    {
        Services = services;
        ServiceKey = serviceKey;
    }

    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; }

    /// <summary>The key that the backend and the tables are registered with; null for none.</summary>
    public object? ServiceKey { get; }

    /// <summary>Adds a table: one object for the application, to be asked for by its class.</summary>
    /// <param name="configure">Gives the table's options from those of the configuration; null leaves them.</param>
    /// <returns>This builder.</returns>
    public KeyfoldBuilder AddTable<TTable>(Func<TableOptions, TableOptions>? configure = null)
        where TTable : Table<TTable>, ITable<TTable>
    {
        object? key = ServiceKey;
        Services.TryAdd(new ServiceDescriptor(typeof(TTable), key, (services, _) => Open<TTable>(services, key, configure), ServiceLifetime.Singleton));
        Services.AddSingleton(new TableOnStart(
            key,
            services => services.GetRequiredKeyedService<TTable>(key).CreateIfNotExistsAsync,
            services => services.GetRequiredKeyedService<TTable>(key).ValidateTableAsync));
        return this;
    }

    /// <summary>The name of the options: one set of them for each key.</summary>
    internal static string OptionsName(object? serviceKey) => serviceKey?.ToString() ?? Microsoft.Extensions.Options.Options.DefaultName;

    private static TTable Open<TTable>(IServiceProvider services, object? key, Func<TableOptions, TableOptions>? configure)
        where TTable : Table<TTable>, ITable<TTable>
    {
        KeyfoldOptions options = services.GetRequiredService<IOptionsMonitor<KeyfoldOptions>>().Get(OptionsName(key));
        TableOptions tableOptions = options.Tables.TryGetValue(TTable.Schema.Name, out TableOptions? configured) ? configured : new TableOptions();
        tableOptions = tableOptions with
        {
            TableName = tableOptions.TableName ?? (options.TableNamePrefix is { } prefix ? prefix + TTable.Schema.Name : null),
            TimeProvider = services.GetService<TimeProvider>() ?? tableOptions.TimeProvider,
        };
        IStorageBackend backend = services.GetRequiredKeyedService<IStorageBackend>(key);
        var connection = new TableConnection(backend, TTable.Schema, TTable.Entities, configure?.Invoke(tableOptions) ?? tableOptions);
        TTable table = TTable.Open(connection);
        if (StorageDecorator.Find<EmbeddedEngine>(backend) is not null)
        {
            // in memory the engine begins empty, and everything is done when the call returns
            table.CreateIfNotExistsAsync().AsTask().GetAwaiter().GetResult();
        }

        return table;
    }
}

/// <summary>A table that may be created or looked at when the application starts.</summary>
internal sealed record TableOnStart(
    object? ServiceKey,
    Func<IServiceProvider, Func<CancellationToken, ValueTask<bool>>> Create,
    Func<IServiceProvider, Func<CancellationToken, ValueTask>> Validate);
