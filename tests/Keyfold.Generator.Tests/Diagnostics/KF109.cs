namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF109 : DiagnosticTest
{
    public override string Bad => """
        [[|GlobalSecondaryIndex("GSI1")|]]
        public sealed class ShopTable;
        """;

    public override string Message => "'ShopTable' has [GlobalSecondaryIndex], but is no table; remove it, or add [Table(\"…\")]";

    public override string Good => """
        public sealed class ShopTable;
        """;

    [Fact]
    public Task The_annotation_is_removed() => Fixes("Remove [GlobalSecondaryIndex]");

    [Fact]
    public Task A_collection_belongs_to_a_table() => Reports(
        """
        [[|Collection("History", typeof(Order))|]]
        public sealed class Shop;

        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """,
        "'Shop' has [Collection], but is no table; remove it, or add [Table(\"…\")]");
}
