namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF123 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [[|PrimaryKey("ORDER#{Id}")|]]
        public sealed partial record Order(string Id);
        """;

    public override string Message =>
        "Table 'ShopTable' has the sort key 'SK', for which the key of 'Order' has no template; add one, or declare [Table(…, SortKey = null)]";

    public override string Good => """
        [Table("shop")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public Task A_constant_is_added() => Fixes("Add the sort key template \"ORDER\"");

    [Fact]
    public Task The_table_does_without() => Fixes("Declare SortKey = null at 'shop'", """
        [Table("shop", SortKey = null)]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}")]
        public sealed partial record Order(string Id);
        """);
}
