namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF214 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("Places", PartitionKeys = new[] { "Country", "City" })]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey([|"Places"|], "COUNTRY#{Country}")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            public required string Country { get; init; }
            public required string City { get; init; }
        }
        """;

    public override string Message =>
        "Index 'Places' has several key attributes, so that the key of 'Order' cannot be a template; use [PartitionKey(Index = \"Places\")] and [SortKey(Index = \"Places\")] on properties";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("Places", PartitionKeys = new[] { "Country", "City" })]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [PartitionKey(Index = "Places")] public required string Country { get; init; }
            [PartitionKey(Index = "Places")] public required string City { get; init; }
        }
        """;
}
