namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF206 : DiagnosticTest
{
    private const string Last = """
        [[|GlobalSecondaryIndex("GSI21")|]]
        public sealed partial class ShopTable;
        """;

    public override string Bad => Declare(20) + Last;

    public override string Message =>
        "Table 'ShopTable' has 21 global secondary indexes; DynamoDB allows 20: remove some, or let entities share one";

    public override string Good => Declare(20) + "public sealed partial class ShopTable;";

    private static string Declare(int count) =>
        "[Table(\"shop\")]\n" + string.Concat(Enumerable.Range(1, count).Select(number => $"[GlobalSecondaryIndex(\"GSI{number}\")]\n"));
}
