namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF216 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop", PartitionKey = "Id", [|SortKey = "Id"|])]
        public sealed partial class ShopTable;
        """;

    public override string Message => "Table 'ShopTable' has 'Id' twice in its key; a key attribute is there once: name another";

    public override string Good => """
        [Table("shop", PartitionKey = "Id", SortKey = "Number")]
        public sealed partial class ShopTable;
        """;

    [Fact]
    public Task Of_an_index_too() => Reports(
        """
        [Table("shop")]
        [[|GlobalSecondaryIndex("Places", PartitionKeys = new[] { "Country", "City" }, SortKeys = new[] { "City" })|]]
        public sealed partial class ShopTable;
        """,
        "Index 'Places' has 'City' twice in its key; a key attribute is there once: name another");
}
