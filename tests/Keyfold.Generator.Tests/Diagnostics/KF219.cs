namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF219 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", SortKey = null, Projection = IndexProjection.Include, [|NonKeyAttributes = new[] { "Total" }|])]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}")]
        public sealed partial record Order(string Id, string Country, [property: Attribute("total")] decimal Total);
        """;

    public override string Message =>
        "Index 'GSI1' includes 'Total', which no entity in the index stores; name an attribute, as items have it, or remove it";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", SortKey = null, Projection = IndexProjection.Include, NonKeyAttributes = new[] { "total" })]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}")]
        public sealed partial record Order(string Id, string Country, [property: Attribute("total")] decimal Total);
        """;
}
