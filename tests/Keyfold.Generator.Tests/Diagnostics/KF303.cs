namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF303 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [Collection("History", typeof(Customer), [|typeof(Order)|])]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
        public sealed partial record Customer(string Id);

        [Entity<RetailTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}")]
        public sealed partial record Order(string Customer, string Id);
        """;

    public override string Message =>
        "Collection 'History' holds 'Order', which is no entity of table 'ShopTable'; add [Entity<ShopTable>(\"…\")] to 'Order', or remove it";

    public override string Good => """
        [Table("shop")]
        [Collection("History", typeof(Customer))]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
        public sealed partial record Customer(string Id);

        [Entity<RetailTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}")]
        public sealed partial record Order(string Customer, string Id);
        """;

    [Fact]
    public Task It_is_removed_from_the_collection() => Fixes("Remove 'Order' from the collection");

    [Fact]
    public Task A_type_that_is_no_entity_cannot_be_read() => Reports(
        """
        [Table("shop")]
        [Collection("History", [|typeof(string)|])]
        public sealed partial class ShopTable;
        """,
        "Collection 'History' holds 'string', which is no entity of table 'ShopTable'; add [Entity<ShopTable>(\"…\")] to 'string', or remove it");
}
