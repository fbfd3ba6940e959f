namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF140 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial record Receipt
        {
            [Attribute("total")] public required decimal Total { get; init; }
            [Attribute([|"total"|])] public required decimal Tax { get; init; }
        }
        """;

    public override string Message =>
        "'Receipt.Tax' is stored in 'total', which is already that of 'Total'; give it another name by [Attribute(\"…\")]";

    public override string Good => """
        [Document]
        public sealed partial record Receipt
        {
            [Attribute("total")] public required decimal Total { get; init; }
            public required decimal Tax { get; init; }
        }
        """;

    [Fact]
    public Task The_second_is_stored_under_its_own_name() => Fixes("Store 'Tax' under its own name");

    [Fact]
    public Task A_key_attribute_is_taken() => Reports(
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id, string [|PK|]);
        """,
        "'Order.PK' is stored in 'PK', which is already a key of the table; give it another name by [Attribute(\"…\")]");

    [Fact]
    public Task The_type_attribute_is_taken() => Reports(
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order
        {
            public required string Id { get; init; }
            [Attribute([|"_type"|])] public required string Kind { get; init; }
        }
        """,
        "'Order.Kind' is stored in '_type', which is already the table's type attribute; give it another name by [Attribute(\"…\")]");
}
