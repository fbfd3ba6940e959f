namespace Keyfold.Benchmarks.Model;

/// <summary>What every contender stores: 12 properties, of which one is a nested object and one a list of five; about 700 bytes.</summary>
[Entity<ShopTable>("Order")]
[PrimaryKey("CUSTOMER#{CustomerId}", "ORDER#{Number:D10}", Name = "ByCustomer")]
public sealed partial record Order
{
    public required string CustomerId { get; init; }

    public required long Number { get; init; }

    public required DateTime PlacedAt { get; init; }

    public required OrderStatus Status { get; init; }

    public required decimal Total { get; init; }

    public required string Currency { get; init; }

    public required string Email { get; init; }

    public required bool Gift { get; init; }

    public required int Units { get; init; }

    public decimal? Discount { get; init; }

    public required Address ShipTo { get; init; }

    public required IReadOnlyList<OrderLine> Lines { get; init; }
}

public enum OrderStatus
{
    Open,
    Paid,
    Shipped,
}

[Document]
public sealed partial record Address
{
    public required string Street { get; init; }

    public required string City { get; init; }

    public required string PostalCode { get; init; }

    public required string Country { get; init; }
}

[Document]
public sealed partial record OrderLine
{
    public required string StockCode { get; init; }

    public required string Name { get; init; }

    public required int Quantity { get; init; }

    public required decimal UnitPrice { get; init; }
}
