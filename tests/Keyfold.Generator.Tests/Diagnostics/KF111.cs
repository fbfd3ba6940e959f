namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF111 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            [[|PartitionKey|]] public required string Id { get; init; }
        }
        """;

    public override string Message =>
        "'Order' makes the key of the table from a template, so that 'Order.Id' cannot be the key itself; remove one of the two";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
        }
        """;

    [Fact]
    public Task The_key_property_gives_way() => Fixes("Remove [PartitionKey]");

    [Fact]
    public Task The_template_gives_way() => Rewrites(
        "Remove [PrimaryKey]",
        Bad,
        """
        [Entity<RetailTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task The_template_of_an_index_gives_way() => Fixes(
        "Remove [SecondaryKey]",
        """
        [Table("shop")]
        [GlobalSecondaryIndex("ByCountry", PartitionKey = "Country", SortKey = null)]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("ByCountry", "COUNTRY#{Id}")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [[|PartitionKey(Index = "ByCountry")|]] [Attribute("Country")] public required string Land { get; init; }
        }
        """,
        """
        [Table("shop")]
        [GlobalSecondaryIndex("ByCountry", PartitionKey = "Country", SortKey = null)]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [PartitionKey(Index = "ByCountry")] [Attribute("Country")] public required string Land { get; init; }
        }
        """);
}
