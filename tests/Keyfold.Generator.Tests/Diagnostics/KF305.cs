namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF305 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Invoice")]
        [PrimaryKey("INVOICE#{Id}", "INVOICE")]
        public sealed partial record Invoice(string Id);

        [Entity<RetailTable>("Order", [|Set = "Invoices"|])]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    public override string Message =>
        "'Invoices' of table 'RetailTable' is both the entity set of 'Invoice' and the entity set of 'Order'; give one another name";

    public override string Good => """
        [Entity<RetailTable>("Invoice")]
        [PrimaryKey("INVOICE#{Id}", "INVOICE")]
        public sealed partial record Invoice(string Id);

        [Entity<RetailTable>("Order", Set = "Orders")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public Task A_collection_is_a_member_too() => Reports(
        """
        [Table("shop")]
        [[|Collection("Orders", typeof(Order))|]]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """,
        "'Orders' of table 'ShopTable' is both the entity set of 'Order' and a collection; give one another name");
}
