namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF130 : DiagnosticTest
{
    public override string Bad => """
        [Table("orders", PartitionKey = "Id", SortKey = "Number")]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record [|Order|]
        {
            public required string Id { get; init; }
            [SortKey] public required string Number { get; init; }
        }
        """;

    public override string Message =>
        "'Order' has a sort key for table 'OrderTable' but no property with [PartitionKey] for 'Id'; add it";

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
    public Task The_property_of_that_name_becomes_the_key() => Fixes("Add [PartitionKey] to 'Id'");
}
