namespace Shop;

[Table("retail")]
[GlobalSecondaryIndex("GSI1")]
[Collection("CustomerHistory", typeof(Customer), typeof(Invoice))]
public sealed partial class RetailTable;

[Entity<RetailTable>("Customer")]
[PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
[SecondaryKey("GSI1", "COUNTRY#{Country}", "CUSTOMER#{Id}", Name = "ByCountry")]
public sealed partial record Customer
{
    public required string Id { get; init; }

    public required string Country { get; init; }

    public Address? Address { get; init; }

    public IReadOnlySet<string> Tags { get; init; } = new HashSet<string>();

    [Version]
    public long Version { get; init; }
}

[Document]
public sealed partial record Address(string Street, string City);

[Entity<RetailTable>("Invoice")]
[PrimaryKey("CUSTOMER#{CustomerId}", "INVOICE#{Date:yyyy-MM-ddTHH:mm:ss}#{Number}", Name = "ByCustomer")]
[SecondaryKey("GSI1", "CHANNEL#{Channel}#{Region}", "{Number}", Name = "ByChannel")]
public sealed partial record Invoice
{
    public required string CustomerId { get; init; }

    public required DateTime Date { get; init; }

    public required string Number { get; init; }

    public required decimal Total { get; init; }

    public InvoiceStatus Status { get; init; }

    public SalesChannel Channel { get; init; }

    public string? Region { get; init; }

    public int Payments { get; init; }

    public IReadOnlyList<InvoiceLine> Lines { get; init; } = [];
}

public enum InvoiceStatus
{
    Open,
    Paid,
    Cancelled,
}

public enum SalesChannel
{
    Web,
    Store,
}

[Document]
public sealed partial record InvoiceLine
{
    public required string StockCode { get; init; }

    public required int Quantity { get; init; }

    public decimal? Price { get; init; }
}
