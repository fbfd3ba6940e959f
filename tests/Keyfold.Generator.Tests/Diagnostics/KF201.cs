namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF201 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey([|"GSI1"|], "COUNTRY#{Country}", "ORDER#{Id}")]
        public sealed partial record Order(string Id, string Country);
        """;

    public override string Message =>
        "'Order' has a key for index 'GSI1', which table 'ShopTable' does not have; add [GlobalSecondaryIndex(\"GSI1\")] to 'ShopTable'";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "ORDER#{Id}")]
        public sealed partial record Order(string Id, string Country);
        """;

    [Fact]
    public Task The_table_declares_it() => Fixes("Add [GlobalSecondaryIndex(\"GSI1\")] to 'ShopTable'");

    [Fact]
    public Task A_misspelt_name_is_corrected() => Fixes(
        "Write \"ByCountry\"",
        """
        [Table("shop")]
        [GlobalSecondaryIndex("ByCountry")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey([|"ByContry"|], "COUNTRY#{Country}", "ORDER#{Id}")]
        public sealed partial record Order(string Id, string Country);
        """,
        """
        [Table("shop")]
        [GlobalSecondaryIndex("ByCountry")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("ByCountry", "COUNTRY#{Country}", "ORDER#{Id}")]
        public sealed partial record Order(string Id, string Country);
        """);

    [Fact]
    public Task A_local_index_is_declared_as_such() => Reports(
        """
        [Table("shop")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [LocalSecondaryKey([|"ByCountry"|], "COUNTRY#{Country}")]
        public sealed partial record Order(string Id, string Country);
        """,
        "'Order' has a key for index 'ByCountry', which table 'ShopTable' does not have; add [LocalSecondaryIndex(\"ByCountry\")] to 'ShopTable'");

    [Fact]
    public Task A_key_that_is_a_property_needs_it_too() => Reports(
        """
        [Table("shop")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id, [property: PartitionKey([|Index = "ByCountry"|])] string Country);
        """,
        "'Order' has a key for index 'ByCountry', which table 'ShopTable' does not have; add [GlobalSecondaryIndex(\"ByCountry\")] to 'ShopTable'");

    [Fact]
    public Task A_collection_reads_a_declared_index() => Reports(
        """
        [Table("shop")]
        [Collection("Orders", typeof(Order), [|Index = "GSI1"|])]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order", Set = "AllOrders")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """,
        "'Orders' has a key for index 'GSI1', which table 'ShopTable' does not have; add [GlobalSecondaryIndex(\"GSI1\")] to 'ShopTable'");
}
