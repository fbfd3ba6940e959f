namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF204 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", [|Projection = IndexProjection.Include|])]
        public sealed partial class ShopTable;
        """;

    public override string Message =>
        "Index 'GSI1' includes attributes but names none; set NonKeyAttributes, or use IndexProjection.KeysOnly";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", Projection = IndexProjection.KeysOnly)]
        public sealed partial class ShopTable;
        """;

    [Fact]
    public Task The_keys_alone_are_kept() => Fixes("Set Projection = IndexProjection.KeysOnly");
}
