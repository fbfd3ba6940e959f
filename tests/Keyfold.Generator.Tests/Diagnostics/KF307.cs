namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF307 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", SortKey = null)]
        [Collection("Place", typeof(Customer), [|typeof(Order)|], Index = "GSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}")]
        public sealed partial record Customer(string Id, string Country);

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id, string Country);
        """;

    public override string Message =>
        "Collection 'Place' reads index 'GSI1', for which 'Order' has no key; add one, or remove 'Order' from the collection";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", SortKey = null)]
        [Collection("Place", typeof(Customer), Index = "GSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Customer")]
        [PrimaryKey("CUSTOMER#{Id}", "PROFILE")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}")]
        public sealed partial record Customer(string Id, string Country);

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id, string Country);
        """;

    [Fact]
    public Task It_is_removed_from_the_collection() => Fixes("Remove 'Order' from the collection");
}
