namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF217 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", Projection = IndexProjection.Include, [|NonKeyAttributes = new[] { "Total", "Total" }|])]
        public sealed partial class ShopTable;
        """;

    public override string Message => "Index 'GSI1' includes 'Total' twice; DynamoDB allows each once: remove one";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", Projection = IndexProjection.Include, NonKeyAttributes = new[] { "Total" })]
        public sealed partial class ShopTable;
        """;
}
