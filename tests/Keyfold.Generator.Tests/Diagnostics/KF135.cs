namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF135 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("Inverted", PartitionKey = "SK", SortKey = null)]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}")]
        [[|SecondaryKey("Inverted", "ORDERS#{Id}")|]]
        public sealed partial record Order(string Customer, string Id);
        """;

    public override string Message =>
        "'Order' makes 'SK' for a key of index 'Inverted', which is already a key of the table; give one of them another attribute where it is declared";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("Inverted", SortKey = null)]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}")]
        [SecondaryKey("Inverted", "ORDERS#{Id}")]
        public sealed partial record Order(string Customer, string Id);
        """;

    [Fact]
    public Task The_type_attribute_is_no_key() => Reports(
        """
        [Table("shop", TypeAttribute = "SK")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [[|PrimaryKey("ORDER#{Id}", "ORDER")|]]
        public sealed partial record Order(string Id);
        """,
        "'Order' makes 'SK' for a key of the table, which is already the table's type attribute; give one of them another attribute where it is declared");

    [Fact]
    public Task An_inverted_index_has_the_templates_of_the_table() => Allows(
        """
        [Table("shop")]
        [GlobalSecondaryIndex("Inverted", PartitionKey = "SK", SortKey = "PK")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Id}")]
        [SecondaryKey("Inverted", "ORDER#{Id}", "CUSTOMER#{Customer}")]
        public sealed partial record Order(string Customer, string Id);
        """);
}
