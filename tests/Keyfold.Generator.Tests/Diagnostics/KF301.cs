namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF301 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "ORDER#{Id}", [|Name = "GetAsync"|])]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """;

    public override string Message =>
        "'Order' has the query of index 'GSI1' as 'GetAsync', which is already a member of every entity set; set another Name";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "ORDER#{Id}", Name = "InCountry")]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """;

    [Fact]
    public Task Two_indexes_need_two_names() => Reports(
        """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        [GlobalSecondaryIndex("GSI2")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("GSI1", "COUNTRY#{Country}", "ORDER#{Id}")]
        [[|SecondaryKey("GSI2", "COUNTRY#{Country}", "TOTAL#{Total:0000000.00}")|]]
        public sealed partial record Order(string Id, string Country, decimal Total);
        """,
        "'Order' has the query of index 'GSI2' as 'ByCountry', which is already that of another query; set another Name");

    [Theory]
    [InlineData("InCountry")]
    [InlineData("ScanCountry")]
    public Task A_set_has_members_for_each_index(string name) => Reports(
        $$"""
        [Table("shop")]
        [GlobalSecondaryIndex("Country")]
        public sealed partial class ShopTable;

        [Entity<ShopTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        [SecondaryKey("Country", "COUNTRY#{Country}", "ORDER#{Id}", [|Name = "{{name}}"|])]
        public sealed partial record Order(string Id, string Country);
        """,
        $"'Order' has the query of index 'Country' as '{name}', which is already a member of this entity set; set another Name");

    [Fact]
    public Task A_property_that_is_the_key_names_its_query() => Reports(
        """
        [Table("orders", PartitionKey = "Id", SortKey = "Number")]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record Order
        {
            [PartitionKey([|Name = "Scan"|])] public required string Id { get; init; }
            [SortKey] public required string Number { get; init; }
        }
        """,
        "'Order' has the query of its primary key as 'Scan', which is already a member of every entity set; set another Name");
}
