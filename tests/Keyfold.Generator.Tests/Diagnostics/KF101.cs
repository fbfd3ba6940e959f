namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF101 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed record [|Order|](string Id);
        """;

    public override string Message => "'Order' must be declared partial, so that its mapper can be generated into it";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    private protected override string[] CompilerErrors => ["CS0260"];

    [Fact]
    public Task The_type_is_made_partial() => Fixes("Make 'Order' partial");

    [Fact]
    public Task Of_a_table_too() => Reports(
        """
        [Table("shop")]
        public sealed class [|ShopTable|];
        """,
        "'ShopTable' must be declared partial, so that its mapper can be generated into it", "CS0260");

    [Fact]
    public Task Of_a_document_too() => Reports(
        """
        [Document]
        public record struct [|Money|](decimal Amount, string Currency);
        """,
        "'Money' must be declared partial, so that its mapper can be generated into it", "CS0260");
}
