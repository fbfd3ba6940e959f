namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF127 : DiagnosticTest
{
    public override string Bad => """
        [Table("orders", PartitionKey = "Id", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required string Id { get; init; }
            [[|PartitionKey|]] public required string Number { get; init; }
        }
        """;

    public override string Message => "'Order.Id' and 'Order.Number' are both the partition key of table 'OrderTable'; keep one";

    public override string Good => """
        [Table("orders", PartitionKey = "Id", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required string Id { get; init; }
            public required string Number { get; init; }
        }
        """;

    [Fact]
    public Task The_second_is_removed() => Fixes("Remove [PartitionKey]");
}
