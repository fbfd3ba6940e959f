namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF207 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [LocalSecondaryIndex("LSI1")]
        [LocalSecondaryIndex("LSI2")]
        [LocalSecondaryIndex("LSI3")]
        [LocalSecondaryIndex("LSI4")]
        [LocalSecondaryIndex("LSI5")]
        [[|LocalSecondaryIndex("LSI6")|]]
        public sealed partial class ShopTable;
        """;

    public override string Message =>
        "Table 'ShopTable' has 6 local secondary indexes; DynamoDB allows 5: remove some, or let entities share one";

    public override string Good => """
        [Table("shop")]
        [LocalSecondaryIndex("LSI1")]
        [LocalSecondaryIndex("LSI2")]
        [LocalSecondaryIndex("LSI3")]
        [LocalSecondaryIndex("LSI4")]
        [LocalSecondaryIndex("LSI5")]
        public sealed partial class ShopTable;
        """;
}
