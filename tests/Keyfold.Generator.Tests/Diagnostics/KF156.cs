namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF156 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "CUSTOMER")]
        public sealed partial record Customer(string Id);

        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            public List<Customer>? [|Buyers|] { get; init; }
        }
        """;

    public override string Message =>
        "'Order.Buyers' holds 'Customer', which is an entity and so an item of its own; keep its key instead, declare a [Document], or add [Ignore]";

    public override string Good => """
        [Entity<RetailTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "CUSTOMER")]
        public sealed partial record Customer(string Id);

        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            public List<string>? BuyerIds { get; init; }
        }
        """;

    [Fact]
    public Task It_can_be_left_out() => Fixes("Add [Ignore]", """
        [Entity<RetailTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "CUSTOMER")]
        public sealed partial record Customer(string Id);

        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [Ignore] public List<Customer>? Buyers { get; init; }
        }
        """);
}
