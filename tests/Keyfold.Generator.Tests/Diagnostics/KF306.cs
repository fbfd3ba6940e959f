namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF306 : DiagnosticTest
{
    public override string Bad => """
        [Table("shop")]
        [[|Collection("History")|]]
        public sealed partial class ShopTable;
        """;

    public override string Message => "Collection 'History' has no entity types; name them, or remove it";

    public override string Good => """
        [Table("shop")]
        public sealed partial class ShopTable;
        """;

    [Fact]
    public Task The_collection_is_removed() => Fixes("Remove [Collection]");
}
