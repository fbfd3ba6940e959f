namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF210 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop", SortKey = null)]
        [[|LocalSecondaryIndex("LSI1")|]]
        public sealed partial class ShopTable;
        """;

    public override string Message =>
        "Table 'ShopTable' has no sort key, so that it cannot have the local secondary index 'LSI1'; use a global one, or declare a sort key";

    public override string Good => """
        [Table("shop")]
        [LocalSecondaryIndex("LSI1")]
        public sealed partial class ShopTable;
        """;
}
