namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF218 : DiagnosticTest
{
    public override string Bad => Declare(101, "[|ShopTable|]");

    public override string Message =>
        "The indexes of table 'ShopTable' include 101 attributes; DynamoDB allows 100 in all: use IndexProjection.All, or include fewer";

    public override string Good => Declare(100, "ShopTable");

    private static string Declare(int count, string name)
    {
        string attributes = string.Join(", ", Enumerable.Range(1, count).Select(number => $"\"A{number}\""));
        return $$"""
            [Table("shop")]
            [GlobalSecondaryIndex("GSI1", Projection = IndexProjection.Include, NonKeyAttributes = new[] { {{attributes}} })]
            public sealed partial class {{name}};
            """;
    }
}
