using Retail.Import;
using Retail.Loading;
using Retail.Model;

namespace Retail.Tests;

/// <summary>The month, loaded once for all tests that only read it.</summary>
public sealed class LoadedMonth : IAsyncLifetime
{
    public IReadOnlyList<InvoiceRow> Rows { get; } = InvoiceFile.Read(Path.Combine(AppContext.BaseDirectory, "Data", "2010-12.csv.gz"));

    public RetailTable Retail { get; } = new();

    public async ValueTask InitializeAsync() =>
        await new Loader(Retail) { Progress = (_, _, _) => { } }.LoadAsync(Month.From(Rows));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
