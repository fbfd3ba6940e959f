namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF132 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>([|"Order"|])]
        [PrimaryKey("INVOICE#{Id}", "INVOICE")]
        public sealed partial record Invoice(string Id);

        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    public override string Message =>
        "'Order' and 'Invoice' both have the name 'Order' in table 'RetailTable'; give one another name in [Entity]";

    public override string Good => """
        [Entity<RetailTable>("Invoice")]
        [PrimaryKey("INVOICE#{Id}", "INVOICE")]
        public sealed partial record Invoice(string Id);

        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public Task The_one_that_is_not_called_so_gets_its_own_name() => Fixes("Write \"Invoice\"");
}
