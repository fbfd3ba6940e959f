namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF107 : DiagnosticTest
{
    public override string Bad => """
        [[|Document|]]
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    public override string Message => "'Order' has [Entity], which gives it a mapper already; remove [Document]";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public Task The_document_is_removed() => Fixes("Remove [Document]");

    [Fact]
    public Task From_a_list_of_annotations_too() => Fixes(
        "Remove [Document]",
        """
        [Entity<RetailTable>("Order"), [|Document|]]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """,
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """);
}
