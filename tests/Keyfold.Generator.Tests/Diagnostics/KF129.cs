namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF129 : DiagnosticTest
{
    public override string Bad => """
        [Table("orders", PartitionKey = "Id", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required string Id { get; init; }
            [[|SortKey|]] public required string Number { get; init; }
        }
        """;

    public override string Message =>
        "Table 'OrderTable' has no sort key that 'Order.Number' could be; declare SortKey = \"Number\" there, or remove [SortKey]";

    public override string Good => """
        [Table("orders", PartitionKey = "Id", SortKey = "Number")]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required string Id { get; init; }
            [SortKey] public required string Number { get; init; }
        }
        """;

    [Fact]
    public Task The_table_declares_it() => Fixes("Declare SortKey = \"Number\" at 'orders'");

    [Fact]
    public Task The_annotation_is_removed() => Fixes("Remove [SortKey]", """
        [Table("orders", PartitionKey = "Id", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required string Id { get; init; }
            public required string Number { get; init; }
        }
        """);

    [Fact]
    public Task An_index_with_several_attributes_can_have_more() => Reports(
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
            [PartitionKey(Index = "Regional")] public required string City { get; init; }
            [[|PartitionKey(Index = "Regional")|]] public required string Street { get; init; }
        }
        """,
        "Index 'Regional' has no partition key that 'Order.Street' could be; add \"Street\" to PartitionKeys there, or remove [PartitionKey]");
}
