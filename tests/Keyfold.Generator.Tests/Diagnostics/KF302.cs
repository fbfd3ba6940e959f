namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF302 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order", [|Set = "my orders"|])]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    public override string Message =>
        "'my orders' names an entity set of the generated code and is no C# identifier; use letters, digits and '_'";

    public override string Good => """
        [Entity<RetailTable>("Order", Set = "MyOrders")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public Task A_query_is_a_method() => Reports(
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}", [|Name = "1st"|])]
        public sealed partial record Order(string Customer, string Id);
        """,
        "'1st' names a query method of the generated code and is no C# identifier; use letters, digits and '_'");

    [Fact]
    public Task A_collection_is_a_method() => Reports(
        """
        [Table("shop")]
        [Collection([|"customer-history"|], typeof(Order))]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """,
        "'customer-history' names a collection of the generated code and is no C# identifier; use letters, digits and '_'");
}
