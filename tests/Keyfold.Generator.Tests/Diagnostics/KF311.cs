namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF311 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{ToItemKey}", "ORDER")]
        public sealed partial record Order(string [|ToItemKey|]);
        """;

    public override string Message =>
        "'Order.ToItemKey' would be a member of the generated 'OrderKey', which has another 'ToItemKey'; "
        + "rename it, and keep its attribute by [Attribute(\"ToItemKey\")]";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order([property: Attribute("ToItemKey")] string Id);
        """;

    private protected override string[] CompilerErrors => ["CS0102", "CS1503", "CS8974"];

    [Fact]
    public Task Fields_of_a_document_have_a_path() => Reports(
        """
        [Document]
        public sealed partial record Line(string [|_path|]);
        """,
        "'Line._path' would be a member of the generated 'LineFields', which has another '_path'; rename it, and keep its attribute by [Attribute(\"_path\")]",
        "CS0102",
        "CS0229",
        "CS8618",
        "CS0169");
}
