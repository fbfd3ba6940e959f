namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF202 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", SortKey = null)]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", [|"ORDER#{Id}"|])]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """;

    public override string Message =>
        "Index 'GSI1' has no sort key, for which the key of 'Order' has a template; remove it, or declare SortKey in the index";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", SortKey = null)]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}")]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """;

    [Fact]
    public Task The_template_is_removed() => Fixes("Remove the sort key template");
}
