namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF212 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "ORDER#{Id}")]
        [[|SecondaryKey("GSI1", "ALL", "ORDER#{Id}")|]]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """;

    public override string Message => "'Order' has two keys for index 'GSI1'; keep one, or declare another index";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "ORDER#{Id}")]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """;

    [Fact]
    public Task The_second_is_removed() => Fixes("Remove [SecondaryKey]");
}
