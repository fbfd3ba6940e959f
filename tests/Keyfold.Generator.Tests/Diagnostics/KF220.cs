namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF220 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("by-day")]
        [GlobalSecondaryIndex([|"by.day"|])]
        public sealed partial class ShopTable;
        """;

    public override string Message =>
        "The indexes 'by-day' and 'by.day' of table 'ShopTable' are both 'by_day' in the generated code; give one another name";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("by-day")]
        [GlobalSecondaryIndex("by-month")]
        public sealed partial class ShopTable;
        """;
}
