using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Keyfold;

/// <summary>Creates and looks at the tables, as was asked for, before the application's hosted services start.</summary>
internal sealed class TableCreationService(IServiceProvider services, IEnumerable<TableOnStart> tables, IOptionsMonitor<KeyfoldOptions> options)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (TableOnStart table in tables)
        {
            KeyfoldOptions chosen = options.Get(KeyfoldBuilder.OptionsName(table.ServiceKey));
            if (chosen.CreateTablesOnStart)
            {
                await table.Create(services)(cancellationToken).ConfigureAwait(false);
            }

            if (chosen.ValidateTablesOnStart == true)
            {
                await table.Validate(services)(cancellationToken).ConfigureAwait(false);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
