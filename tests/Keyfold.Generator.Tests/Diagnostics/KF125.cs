namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF125 : DiagnosticTest
{
    public override string Bad => """
        [Table("orders", PartitionKey = "OrderId", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [[|PartitionKey|]] public required string Id { get; init; }
        }
        """;

    public override string Message =>
        "'Order.Id' is stored in 'Id' but is the partition key of table 'OrderTable', which is 'OrderId'; declare PartitionKey = \"Id\" there, or add [Attribute(\"OrderId\")]";

    public override string Good => """
        [Table("orders", PartitionKey = "OrderId", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] [Attribute("OrderId")] public required string Id { get; init; }
        }
        """;

    [Fact]
    public Task The_property_takes_the_name() => Fixes("Store it in 'OrderId'");

    [Fact]
    public Task The_table_takes_the_name() => Fixes("Declare PartitionKey = \"Id\" at 'orders'", """
        [Table("orders", PartitionKey = "Id", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required string Id { get; init; }
        }
        """);

    [Fact]
    public Task A_record_parameter_takes_the_name() => Fixes(
        "Store it in 'OrderId'",
        """
        [Table("orders", PartitionKey = "OrderId", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order([property: [|PartitionKey|], Attribute("id")] string Id);
        """,
        """
        [Table("orders", PartitionKey = "OrderId", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order([property: PartitionKey, Attribute("OrderId")] string Id);
        """);

    [Fact]
    public Task Of_several_key_attributes_the_missing_one_is_meant() => Reports(
        """
        [Table("shop")]
        [GlobalSecondaryIndex("Regional", PartitionKeys = new[] { "Region", "City" })]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [PartitionKey(Index = "Regional")] public required string Region { get; init; }
            [[|PartitionKey(Index = "Regional")|]] public required string Town { get; init; }
        }
        """,
        "'Order.Town' is stored in 'Town' but is the partition key of index 'Regional', which is 'City'; declare PartitionKey = \"Town\" there, or add [Attribute(\"City\")]");
}
