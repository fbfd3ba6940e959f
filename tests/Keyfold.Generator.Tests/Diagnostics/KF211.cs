namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF211 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [LocalSecondaryIndex("LSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey([|"LSI1"|], "ORDER#{Id}", "TOTAL#{Total:0000000.00}")]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """;

    public override string Message => "Index 'LSI1' of 'ShopTable' is a local one; use [LocalSecondaryKey] for its key";

    public override string Good => """
        [Table("shop")]
        [LocalSecondaryIndex("LSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [LocalSecondaryKey("LSI1", "TOTAL#{Total:0000000.00}")]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """;

    [Fact]
    public Task The_partition_key_is_that_of_the_table() => Fixes("Use [LocalSecondaryKey]");

    [Fact]
    public Task A_global_index_has_a_partition_key_of_its_own() => Reports(
        """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [LocalSecondaryKey([|"GSI1"|], "TOTAL#{Total:0000000.00}")]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """,
        "Index 'GSI1' of 'ShopTable' is a global one; use [SecondaryKey] for its key");

    [Fact]
    public Task A_property_cannot_be_the_partition_key_of_a_local_index() => Fixes(
        "Remove [PartitionKey]",
        """
        [Table("shop")]
        [LocalSecondaryIndex("LSI1", SortKey = "Total")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            [[|PartitionKey(Index = "LSI1")|]] public required string Id { get; init; }
            [SortKey(Index = "LSI1")] public required decimal Total { get; init; }
        }
        """,
        """
        [Table("shop")]
        [LocalSecondaryIndex("LSI1", SortKey = "Total")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [SortKey(Index = "LSI1")] public required decimal Total { get; init; }
        }
        """);
}
