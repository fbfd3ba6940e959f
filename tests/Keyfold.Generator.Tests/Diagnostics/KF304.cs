namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF304 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [Collection("History", typeof(Customer), [|typeof(Order)|])]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
        public sealed partial record Customer(string Id);

        [Entity<ShopTable>("Order")]
        [PrimaryKey("CUST#{Customer}", "ORDER#{Id}")]
        public sealed partial record Order(string Customer, string Id);
        """;

    public override string Message =>
        "Collection 'History' cannot be read with one query: the partition key of 'Customer' is 'CUSTOMER#{Id}' (string), that of 'Order' is 'CUST#{Customer}' (string); make them the same but for property names";

    public override string Good => """
        [Table("shop")]
        [Collection("History", typeof(Customer), typeof(Order))]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
        public sealed partial record Customer(string Id);

        [Entity<ShopTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}")]
        public sealed partial record Order(string Customer, string Id);
        """;

    [Fact]
    public Task The_types_are_part_of_the_key() => Reports(
        """
        [Table("shop")]
        [Collection("History", typeof(Customer), [|typeof(Order)|])]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
        public sealed partial record Customer(string Id);

        [Entity<ShopTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}")]
        public sealed partial record Order(Guid Customer, string Id);
        """,
        "Collection 'History' cannot be read with one query: the partition key of 'Customer' is 'CUSTOMER#{Id}' (string), that of 'Order' is 'CUSTOMER#{Customer}' (Guid); make them the same but for property names");
}
