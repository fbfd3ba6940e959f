namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF104 : DiagnosticTest
{
    public override string Bad => """
        public sealed class ShopTable;

        [[|Entity<ShopTable>("Order")|]]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    public override string Message => "'Order' belongs to 'ShopTable', which is no table; add [Table(\"…\")] to 'ShopTable'";

    public override string Good => """
        [Table("shop")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public Task The_class_is_made_a_table() => Fixes("Add [Table(\"shop\")] to 'ShopTable'");
}
