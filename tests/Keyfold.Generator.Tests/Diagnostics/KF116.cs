namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF116 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey([|"ORDER#{Id}"|], "ORDER")]
        public sealed partial record Order
        {
            public string? Id { get; init; }
        }
        """;

    public override string Message => "'Order.Id' is part of the primary key, which every item has; declare it as 'string'";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
        }
        """;

    [Fact]
    public Task A_reference_becomes_required() => Fixes("Declare 'Id' as required string");

    [Fact]
    public Task A_value_loses_its_question_mark() => Fixes(
        "Declare 'Id' as Guid",
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey([|"ORDER#{Id}"|], "ORDER")]
        public sealed partial record Order(Guid? Id);
        """,
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(Guid Id);
        """);

    [Fact]
    public Task A_property_that_is_the_key_cannot_be_null_either() => Reports(
        """
        [Table("orders", PartitionKey = "Id", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [[|PartitionKey|]] public long? Id { get; init; }
        }
        """,
        "'Order.Id' is part of the primary key, which every item has; declare it as 'long'");
}
