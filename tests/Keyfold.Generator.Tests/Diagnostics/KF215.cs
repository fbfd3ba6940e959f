namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF215 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("Places", [|PartitionKey = "Country"|], PartitionKeys = new[] { "Country", "City" })]
        public sealed partial class ShopTable;
        """;

    public override string Message => "Index 'Places' sets both PartitionKey and PartitionKeys; keep one";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("Places", PartitionKeys = new[] { "Country", "City" })]
        public sealed partial class ShopTable;
        """;

    [Fact]
    public Task The_single_one_is_removed() => Fixes("Remove PartitionKey");
}
