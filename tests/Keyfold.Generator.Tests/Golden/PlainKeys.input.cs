namespace Plain;

[Table("orders", PartitionKey = "OrderId", SortKey = null)]
[GlobalSecondaryIndex("ByStatus", PartitionKey = "Status", SortKey = "PlacedAt")]
[GlobalSecondaryIndex("ByPlace", PartitionKeys = ["Country", "City"], SortKeys = ["Day", "Number"])]
public sealed partial class OrdersTable;

[Entity<OrdersTable>("Order")]
public sealed partial record Order
{
    [PartitionKey] public required Guid OrderId { get; init; }

    [PartitionKey(Index = "ByStatus")] public string? Status { get; init; }

    [SortKey(Index = "ByStatus")] public DateTime PlacedAt { get; init; }

    [PartitionKey(Index = "ByPlace", Name = "In")] public required string Country { get; init; }

    [PartitionKey(Index = "ByPlace")] public required string City { get; init; }

    [SortKey(Index = "ByPlace")] public required DateOnly Day { get; init; }

    [SortKey(Index = "ByPlace")] public required int Number { get; init; }
}

[Table("readings", PartitionKey = "sensor", SortKey = "at", TypeAttribute = "type")]
[LocalSecondaryIndex("by-value", SortKey = "value")]
public sealed partial class ReadingsTable;

[Entity<ReadingsTable>("Reading")]
public sealed partial record Reading
{
    [PartitionKey(Name = "Of"), Attribute("sensor")] public required int Sensor { get; init; }

    [SortKey, Attribute("at")] public required long At { get; init; }

    [SortKey(Index = "by-value"), Attribute("value")] public decimal? Value { get; init; }

    [Attribute("raw")] public byte[]? Raw { get; init; }
}
