namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF102 : DiagnosticTest
{
    public override string Bad => """
        public static class [|Shop|]
        {
            [Entity<RetailTable>("Order")]
            [PrimaryKey("ORDER#{Id}", "ORDER")]
            public sealed partial record Order(string Id);
        }
        """;

    public override string Message => "'Shop' must be declared partial, since it contains 'Order', whose mapper is generated into it";

    public override string Good => """
        public static partial class Shop
        {
            [Entity<RetailTable>("Order")]
            [PrimaryKey("ORDER#{Id}", "ORDER")]
            public sealed partial record Order(string Id);
        }
        """;

    private protected override string[] CompilerErrors => ["CS0260"];

    [Fact]
    public Task The_containing_type_is_made_partial() => Fixes("Make 'Shop' partial");
}
