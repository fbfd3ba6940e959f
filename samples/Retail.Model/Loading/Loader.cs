using Keyfold;
using Retail.Model;

namespace Retail.Loading;

/// <summary>Writes a month into the table: what stands still in batches, what arrives in transactions.</summary>
public sealed class Loader(RetailTable retail)
{
    /// <summary>Told the name of a kind of entity, how many of them are stored, and of how many.</summary>
    public required Action<string, int, int> Progress { get; init; }

    public async Task LoadAsync(Month month, CancellationToken cancellationToken = default)
    {
        await PutAllAsync("customers", month.Customers, cancellationToken);
        await PutAllAsync("products", month.Products, cancellationToken);
        await PutAllAsync("products of a day", month.ProductSales, cancellationToken);
        await PutAllAsync("purchases", [.. month.Arrivals.SelectMany(arrival => arrival.Purchases)], cancellationToken);

        for (int i = 0; i < month.Arrivals.Count; i++)
        {
            await ArriveAsync(month.Arrivals[i].Invoice, cancellationToken);
            Progress("invoices", i + 1, month.Arrivals.Count);
        }
    }

    #region an invoice arrives
    /// <summary>Stores an invoice once and adds it to its customer and to what its country bought that day: all of it or nothing.</summary>
    public async Task ArriveAsync(Invoice invoice, CancellationToken cancellationToken = default) =>
        await retail.Transact()
            .Put(invoice, PutMode.CreateOnly)
            .Update(retail.CountrySales.Update(invoice.Day, invoice.Country)
                .Add(s => s.Invoices, 1)
                .Add(s => s.Lines, invoice.Lines.Count)
                .Add(s => s.Total, invoice.Total)
                .OrCreate())
            .Update(retail.Customers.Update(invoice.CustomerId)
                .Add(c => c.Invoices, 1)
                .Add(c => c.Spent, invoice.Total))
            .CommitAsync(cancellationToken: cancellationToken);
    #endregion

    private async Task PutAllAsync<TEntity>(string name, IReadOnlyList<TEntity> entities, CancellationToken cancellationToken)
        where TEntity : IEntity<TEntity>, IInTable<RetailTable>
    {
        int stored = 0;
        foreach (TEntity[] chunk in entities.Chunk(250))
        {
            BatchResult result = await retail.Batch().Put(chunk).WriteAsync(cancellationToken);
            if (result.Remaining is [BatchRemainder first, ..])
            {
                throw new InvalidOperationException($"{result.Remaining.Count} {name} could not be stored, {first.Key} first among them.");
            }

            stored += result.WrittenCount;
            Progress(name, stored, entities.Count);
        }
    }
}
