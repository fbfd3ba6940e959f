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
        [Collection([|"Orders"|], typeof(Order))]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """,
        "'Orders' of table 'ShopTable' is both the entity set of 'Order' and a collection; give one another name");

    [Fact]
    public Task Every_table_has_members() => Reports(
        """
        [Entity<RetailTable>("Batch", [|Set = "Batch"|])]
        [PrimaryKey("BATCH#{Id}", "BATCH")]
        public sealed partial record Delivery(string Id);
        """,
        "'Batch' of table 'RetailTable' is both a member of every table and the entity set of 'Delivery'; give one another name", "CS0108");

    [Fact]
    public Task A_table_can_have_members_of_its_own() => Reports(
        """
        [Table("shop")]
        public sealed partial class ShopTable
        {
            public int Orders => 0;
        }

        [[|Entity<ShopTable>("Order")|]]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """,
        "'Orders' of table 'ShopTable' is both a member of its own and the entity set of 'Order'; give one another name", "CS0102", "CS0229", "CS8618");
}
