namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF205 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", [|NonKeyAttributes = new[] { "Total" }|])]
        public sealed partial class ShopTable;
        """;

    public override string Message =>
        "Index 'GSI1' has NonKeyAttributes, which only an INCLUDE projection uses; set Projection = IndexProjection.Include, or remove them";

    public override string Good => """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1", NonKeyAttributes = new[] { "Total" }, Projection = IndexProjection.Include)]
        public sealed partial class ShopTable;
        """;

    [Fact]
    public Task The_projection_includes_them() => Fixes("Set Projection = IndexProjection.Include");

    [Fact]
    public Task They_are_removed() => Fixes("Remove NonKeyAttributes", """
        [Table("shop")]
        [GlobalSecondaryIndex("GSI1")]
        public sealed partial class ShopTable;
        """);

    [Fact]
    public Task Another_projection_is_replaced() => Fixes(
        "Set Projection = IndexProjection.Include",
        """
        [Table("shop")]
        [LocalSecondaryIndex("LSI1", Projection = IndexProjection.KeysOnly, [|NonKeyAttributes = new[] { "Total" }|])]
        public sealed partial class ShopTable;
        """,
        """
        [Table("shop")]
        [LocalSecondaryIndex("LSI1", Projection = IndexProjection.Include, NonKeyAttributes = new[] { "Total" })]
        public sealed partial class ShopTable;
        """);
}
