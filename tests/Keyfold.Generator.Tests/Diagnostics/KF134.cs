namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF134 : DiagnosticTest
{
    public override string Bad => """
        [Table("orders", PartitionKey = "Id", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Invoice")]
        public sealed partial record Invoice
        {
            [PartitionKey] public required string Id { get; init; }
        }

        [Entity<OrderTable>("Order")]
        public sealed partial record [|Order|]
        {
            [PartitionKey] public required long Id { get; init; }
        }
        """;

    public override string Message =>
        "'Order' has a number as 'Id' of table 'OrderTable', but 'Invoice' has a string; a key attribute has one type";

    public override string Good => """
        [Table("invoices", PartitionKey = "Id", SortKey = null)]
        public sealed partial class InvoiceTable;

        [Entity<InvoiceTable>("Invoice")]
        public sealed partial record Invoice
        {
            [PartitionKey] public required string Id { get; init; }
        }

        [Table("orders", PartitionKey = "Id", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey] public required long Id { get; init; }
        }
        """;
}
