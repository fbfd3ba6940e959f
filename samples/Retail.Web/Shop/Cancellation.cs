using Keyfold;
using Retail.Model;

namespace Retail.Web.Shop;

/// <summary>
/// Takes orders back. One of up to <see cref="ProductsPerStep"/> products is cancelled by one transaction. A larger one goes through steps, each a transaction
/// that also notes on the invoice how far it has come: of two who take one step at once one is refused, and what was interrupted is gone on with by
/// cancelling again.
/// </summary>
/// <remarks>
/// The invoice goes from <see cref="InvoiceStatus.Open"/> or <see cref="InvoiceStatus.Paid"/> to <see cref="InvoiceStatus.Cancelled"/>, in several steps by way
/// of <see cref="InvoiceStatus.Cancelling"/>. The first step takes it off the customer's account and the day's sales; each takes its share of the goods back.
/// </remarks>
public sealed class Cancellation(RetailTable retail)
{
    /// <summary>Two actions for each product, the invoice, the customer and the day's sales fit one transaction.</summary>
    public const int ProductsPerStep = (Keyfold.Limits.TransactionActionsMax - 3) / 2;

    /// <summary>Why an invoice cannot be cancelled; null if it can.</summary>
    public static string? ReasonAgainst(Invoice invoice) => invoice switch
    {
        { Kind: not InvoiceKind.Sale } => "Only sales can be cancelled.",
        { Status: InvoiceStatus.Cancelled } => "It is cancelled already.",
        _ => null,
    };

    /// <summary>Cancels an invoice that can be, and puts its goods back; or goes on with that.</summary>
    /// <param name="invoice">The invoice as it is now.</param>
    /// <param name="cancellationToken">Ends the wait; steps may have been taken then.</param>
    /// <returns>The invoice as it is then.</returns>
    /// <exception cref="TransactionCancelledException">Somebody else took the step in between. It was not taken again; those before it stand.</exception>
    public async Task<Invoice> CancelAsync(Invoice invoice, CancellationToken cancellationToken)
    {
        IReadOnlyList<Goods> goods = Goods.Of(invoice);
        while (invoice.Status != InvoiceStatus.Cancelled)
        {
            Invoice next = After(invoice, goods.Count);
            await Step(invoice, next, goods).CommitAsync(cancellationToken: cancellationToken);
            invoice = next;
        }

        return invoice;
    }

    private static Invoice After(Invoice invoice, int products)
    {
        int returned = Math.Min((invoice.ProductsReturned ?? 0) + ProductsPerStep, products);
        return invoice with { Status = returned < products ? InvoiceStatus.Cancelling : InvoiceStatus.Cancelled, ProductsReturned = returned };
    }

    private Transaction<RetailTable> Step(Invoice invoice, Invoice next, IReadOnlyList<Goods> goods)
    {
        Transaction<RetailTable> transaction = invoice.ProductsReturned is { } returned
            ? retail.Transact().Update(Note(next).When(i => i.Status == InvoiceStatus.Cancelling & i.ProductsReturned == returned))
            : Sums(invoice, retail.Transact().Update(Note(next).When(i => i.Status != InvoiceStatus.Cancelling & i.Status != InvoiceStatus.Cancelled)));
        foreach (Goods product in goods.Take((invoice.ProductsReturned ?? 0)..next.ProductsReturned!.Value))
        {
            transaction = transaction
                .Update(retail.Products.Update(product.StockCode).Add(p => p.Stock, product.Units))
                .Update(retail.ProductSales.Update(invoice.Day, product.StockCode).Add(s => s.Units, -product.Units).Add(s => s.Total, -product.Total));
        }

        return transaction;
    }

    private Update<Invoice, InvoiceFields, InvoiceUpdateFields> Note(Invoice next) => retail.Invoices.Update(next.CustomerId, next.Date, next.Number)
        .Set(i => i.Status, next.Status)
        .Set(i => i.ProductsReturned, next.ProductsReturned!.Value);

    private Transaction<RetailTable> Sums(Invoice invoice, Transaction<RetailTable> transaction) => transaction
        .Update(retail.Customers.Update(invoice.CustomerId).Add(c => c.Invoices, -1).Add(c => c.Spent, -invoice.Total))
        .Update(retail.CountrySales.Update(invoice.Day, invoice.Country)
            .Add(s => s.Invoices, -1).Add(s => s.Lines, -invoice.Lines.Count).Add(s => s.Total, -invoice.Total));
}
