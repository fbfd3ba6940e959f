using Keyfold;

namespace Retail.Model;

public enum InvoiceKind
{
    /// <summary>Goods for money.</summary>
    Sale,

    /// <summary>Takes back an earlier sale; the number starts with C and the quantities are negative.</summary>
    Cancellation,

    /// <summary>No sale at all: goods found, lost or thrown away, at a price of zero.</summary>
    StockCorrection,
}

public enum InvoiceStatus
{
    Open,
    Paid,

    /// <summary>On the way to <see cref="Cancelled"/>: some of its goods are not back yet.</summary>
    Cancelling,
    Cancelled,
}

#region an invoice
/// <summary>An invoice with its lines.</summary>
[Entity<RetailTable>("Invoice")]
[PrimaryKey("CUSTOMER#{CustomerId}", "INVOICE#{Date:yyyy-MM-ddTHH:mm:ss}#{Number}", Name = "ByCustomer")]
[SecondaryKey("GSI1", "INVOICES#{Kind}#{Day}", "{Date:yyyy-MM-ddTHH:mm:ss}#{Number}", Name = "ByDay")]
public sealed partial record Invoice
{
    public required string CustomerId { get; init; }

    public required string Number { get; init; }

    /// <summary>The shop's local time, of the first line.</summary>
    public required DateTime Date { get; init; }

    public required DateOnly Day { get; init; }

    public required InvoiceKind Kind { get; init; }

    public required string Country { get; init; }

    public InvoiceStatus Status { get; init; }

    /// <summary>How many of its products a cancellation has put back; null before there is one.</summary>
    public int? ProductsReturned { get; init; }

    public required decimal Total { get; init; }

    public required IReadOnlyList<InvoiceLine> Lines { get; init; }
}
#endregion
