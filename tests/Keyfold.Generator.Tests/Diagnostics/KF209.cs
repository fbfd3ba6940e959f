namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF209 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        [GlobalSecondaryIndex([|"GSI1"|])]
        public sealed partial class ShopTable;
        """;

    public override string Message => "Table 'ShopTable' has two indexes with the name 'GSI1'; give one another name";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public sealed partial class ShopTable;
        """;

    [Fact]
    public Task The_second_is_removed() => Fixes("Remove [GlobalSecondaryIndex]");

    [Fact]
    public Task The_kinds_share_their_names() => Reports(
        """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        [LocalSecondaryIndex([|"GSI1"|])]
        public sealed partial class ShopTable;
        """,
        "Table 'ShopTable' has two indexes with the name 'GSI1'; give one another name");
}
