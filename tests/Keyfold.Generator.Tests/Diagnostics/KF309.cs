namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF309 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record [|Order|](string Id);

        public sealed class OrderSet;
        """;

    public override string Message =>
        "The type 'OrderSet' is generated for 'Order', but there is another of that name; rename that one";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);

        public sealed class OrderSelection;
        """;

    private protected override string[] CompilerErrors => ["CS0101"];

    [Fact]
    public Task A_member_cannot_be_called_like_its_type() => Reports(
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{OrderKey}", "ORDER")]
        public sealed partial record Order(string [|OrderKey|]);
        """,
        "The type 'OrderKey' is generated for 'Order', but there is a property of that name; rename that one", "CS0542");

    [Fact]
    public Task A_query_has_a_type() => Reports(
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}")]
        public sealed partial record [|Order|](string Customer, string Id);

        public sealed class OrdersByCustomer;
        """,
        "The type 'OrdersByCustomer' is generated for 'Order', but there is another of that name; rename that one", "CS0101");

    [Fact]
    public Task A_collection_has_a_type() => Reports(
        """
        [Table("shop")]
        [Collection([|"History"|], typeof(Order))]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);

        public sealed class History;
        """,
        "The type 'History' is generated for 'ShopTable', but there is another of that name; rename that one", "CS0101");
}
