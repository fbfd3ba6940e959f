namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF106 : DiagnosticTest
{
    public override string Bad => """
        [Table([|"my shop"|])]
        public sealed partial class ShopTable;
        """;

    public override string Message => "'my shop' is no name for a table; use 3 to 255 of a-z, A-Z, 0-9, '_', '-' and '.'";

    public override string Good => """
        [Table("my-shop")]
        public sealed partial class ShopTable;
        """;

    [Fact]
    public Task An_index_has_the_same_rule() => Reports(
        """
        [Table("shop")]
        [GlobalSecondaryIndex([|"I1"|])]
        public sealed partial class ShopTable;
        """,
        "'I1' is no name for an index; use 3 to 255 of a-z, A-Z, 0-9, '_', '-' and '.'");

    [Fact]
    public Task A_key_attribute_has_a_name() => Reports(
        """
        [Table("shop", [|PartitionKey = ""|])]
        public sealed partial class ShopTable;
        """,
        "'' is no name for an attribute; use 1 to 255 bytes of UTF-8");

    [Fact]
    public Task A_key_attribute_of_an_index_has_a_name() => Reports(
        """
        [Table("shop")]
        [[|GlobalSecondaryIndex("GSI1", PartitionKey = "")|]]
        public sealed partial class ShopTable;
        """,
        "'' is no name for an attribute; use 1 to 255 bytes of UTF-8");

    [Fact]
    public Task An_entity_has_a_name() => Reports(
        """
        [Entity<RetailTable>([|""|])]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """,
        "'' is no name for an entity; use at least one character");

    [Fact]
    public Task An_attribute_has_a_name() => Reports(
        """
        [Document]
        public sealed partial record Money
        {
            [Attribute([|""|])] public decimal Amount { get; init; }
        }
        """,
        "'' is no name for an attribute; use 1 to 65,535 bytes of UTF-8");
}
