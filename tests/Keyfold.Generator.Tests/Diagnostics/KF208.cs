namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF208 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("Places", [|PartitionKeys = new[] { "Continent", "Country", "Region", "City", "Street" }|])]
        public sealed partial class ShopTable;
        """;

    public override string Message => "Index 'Places' has 5 attributes in its partition key; DynamoDB allows 1 to 4";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("Places", PartitionKeys = new[] { "Country", "Region", "City", "Street" })]
        public sealed partial class ShopTable;
        """;

    [Fact]
    public Task None_is_too_few() => Reports(
        """
        [Table("shop")]
        [GlobalSecondaryIndex("Places", [|PartitionKeys = new string[0]|])]
        public sealed partial class ShopTable;
        """,
        "Index 'Places' has 0 attributes in its partition key; DynamoDB allows 1 to 4");

    [Fact]
    public Task A_sort_key_has_the_same_bound() => Reports(
        """
        [Table("shop")]
        [GlobalSecondaryIndex("Places", PartitionKey = "World", [|SortKeys = new[] { "Continent", "Country", "Region", "City", "Street" }|])]
        public sealed partial class ShopTable;
        """,
        "Index 'Places' has 5 attributes in its sort key; DynamoDB allows at most 4");
}
