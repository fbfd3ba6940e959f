namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF128 : DiagnosticTest
{
    public override string Bad => """
        [Table("orders", PartitionKey = "Id")]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record [|Order|]
        {
            [PartitionKey] public required string Id { get; init; }
        }
        """;

    public override string Message =>
        "Table 'OrderTable' has the sort key 'SK', for which 'Order' has no property; add [SortKey] to one, or declare SortKey = null";

    public override string Good => """
        [Table("orders", PartitionKey = "Id", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required string Id { get; init; }
        }
        """;

    [Fact]
    public Task The_table_does_without() => Fixes("Declare SortKey = null at 'orders'");

    [Fact]
    public Task The_property_of_that_name_becomes_the_key() => Fixes(
        "Add [SortKey] to 'Number'",
        """
        [Table("orders", PartitionKey = "Id", SortKey = "Number")]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record [|Order|]
        {
            [PartitionKey] public required string Id { get; init; }
            public required string Number { get; init; }
        }
        """,
        """
        [Table("orders", PartitionKey = "Id", SortKey = "Number")]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required string Id { get; init; }
            [SortKey] public required string Number { get; init; }
        }
        """);
}
