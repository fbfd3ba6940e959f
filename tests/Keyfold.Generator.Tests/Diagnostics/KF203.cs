namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF203 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [[|SecondaryKey("GSI1", "COUNTRY#{Country}")|]]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """;

    public override string Message =>
        "Index 'GSI1' has the sort key 'GSI1SK', for which the key of 'Order' has no template; add one, or declare SortKey = null in the index";

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
    public Task The_index_does_without() => Fixes("Declare SortKey = null at 'GSI1'");
}
