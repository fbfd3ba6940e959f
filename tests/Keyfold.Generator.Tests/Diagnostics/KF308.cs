namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF308 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [Collection("History", typeof(Customer), typeof(Order), [|typeof(Customer)|])]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
        public sealed partial record Customer(string Id);

        [Entity<ShopTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}")]
        public sealed partial record Order(string Customer, string Id);
        """;

    public override string Message => "Collection 'History' holds 'Customer' twice; remove one";

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
    public Task The_second_is_removed() => Fixes("Remove 'Customer' from the collection");
}
