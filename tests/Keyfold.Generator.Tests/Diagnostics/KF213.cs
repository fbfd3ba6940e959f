namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF213 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("Places", PartitionKeys = new[] { "Country", "City" })]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record [|Order|]
        {
            public required string Id { get; init; }
            [PartitionKey(Index = "Places")] public required string Country { get; init; }
            public required string City { get; init; }
        }
        """;

    public override string Message =>
        "The key of 'Order' for index 'Places' lacks 'City'; add [PartitionKey(Index = \"Places\")] to the property stored there";

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

    [Fact]
    public Task The_property_of_that_name_completes_it() => Fixes("Add [PartitionKey(Index = \"Places\")] to 'City'");
}
