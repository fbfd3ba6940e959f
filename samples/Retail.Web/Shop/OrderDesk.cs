using System.Security.Cryptography;
using Keyfold;
using Retail.Model;

namespace Retail.Web.Shop;

/// <summary>Takes orders. Each is one transaction: invoice, stock, customer and the day's sales change together or not at all.</summary>
public sealed class OrderDesk(RetailTable retail, ShopClock clock)
{
    /// <summary>Three actions for each line and three for the order fit one transaction.</summary>
    public const int LinesMax = (Keyfold.Limits.TransactionActionsMax - 3) / 3;

    public const int QuantityMax = 10_000;

    private const string NumberAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int NumberLength = 8;

    /// <summary>Places an order.</summary>
    /// <param name="draft">The order.</param>
    /// <param name="token">Up to 36 characters that name the attempt, so that an order which is sent twice is placed once; null for none.</param>
    /// <param name="cancellationToken">Ends the wait; the order may have been placed then.</param>
    /// <exception cref="TransactionCancelledException">Stock or price changed in between. Nothing was written.</exception>
    public async Task<OrderOutcome> PlaceAsync(OrderDraft draft, string? token, CancellationToken cancellationToken)
    {
        OrderCheck check = OrderCheck.Shape(draft);
        if (!check.Passes)
        {
            return new OrderRefused(check.Problems);
        }

        Customer? customer = await retail.Customers.GetAsync(draft.CustomerId, cancellationToken: cancellationToken);
        IReadOnlyList<Product> found = await retail.Products.GetManyAsync(
            draft.Lines.Select(line => new ProductKey(line.StockCode)), consistent: true, cancellationToken);
        Dictionary<string, Product> products = found.ToDictionary(product => product.StockCode, StringComparer.Ordinal);
        check.Against(draft, customer, products);
        if (!check.Passes)
        {
            return new OrderRefused(check.Problems);
        }

        Invoice invoice = ToInvoice(draft, customer!, products);
        await Placing(invoice).CommitAsync(token, cancellationToken);
        return new OrderPlaced(invoice);
    }

    #region an order is placed
    private Transaction<RetailTable> Placing(Invoice invoice)
    {
        Transaction<RetailTable> transaction = retail.Transact()
            .Put(invoice, PutMode.CreateOnly)
            .Update(retail.Customers.Update(invoice.CustomerId).Add(c => c.Invoices, 1).Add(c => c.Spent, invoice.Total))
            .Update(retail.CountrySales.Update(invoice.Day, invoice.Country)
                .Add(s => s.Invoices, 1).Add(s => s.Lines, invoice.Lines.Count).Add(s => s.Total, invoice.Total).OrCreate());
        foreach (InvoiceLine line in invoice.Lines)
        {
            transaction = transaction
                .Update(retail.Products.Update(line.StockCode)
                    .Add(p => p.Stock, -line.Quantity)
                    .When(p => p.Stock >= line.Quantity & p.Price == line.UnitPrice))
                .Update(retail.ProductSales.Update(invoice.Day, line.StockCode)
                    .Set(s => s.Name, line.Description).Add(s => s.Units, line.Quantity).Add(s => s.Total, line.Quantity * line.UnitPrice).OrCreate())
                .Put(new Purchase
                {
                    StockCode = line.StockCode,
                    Date = invoice.Date,
                    InvoiceNumber = invoice.Number,
                    CustomerId = invoice.CustomerId,
                    Quantity = line.Quantity,
                });
        }

        return transaction;
    }
    #endregion

    private Invoice ToInvoice(OrderDraft draft, Customer customer, Dictionary<string, Product> products)
    {
        DateTime now = clock.Now;
        InvoiceLine[] lines = [.. draft.Lines.Select(line => ToLine(line, products[line.StockCode]))];
        return new Invoice
        {
            CustomerId = customer.Id,
            Number = $"W{RandomNumberGenerator.GetString(NumberAlphabet, NumberLength)}",
            Date = now,
            Day = DateOnly.FromDateTime(now),
            Kind = InvoiceKind.Sale,
            Country = customer.Country,
            Total = lines.Sum(line => line.Quantity * line.UnitPrice),
            Lines = lines,
        };
    }

    private static InvoiceLine ToLine(OrderLine line, Product product) => new()
    {
        StockCode = product.StockCode,
        Description = product.Name,
        Quantity = line.Quantity,
        UnitPrice = product.Price,
    };
}
