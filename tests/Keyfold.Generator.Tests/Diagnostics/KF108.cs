namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF108 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial record Line
        {
            public int Quantity { get; init; }
            [[|Version|]] public long Version { get; init; }
        }
        """;

    public override string Message =>
        "'Line.Version' has [Version], but 'Line' is no entity; remove it, or add [Entity<TTable>(\"…\")] to 'Line'";

    public override string Good => """
        [Document]
        public sealed partial record Line
        {
            public int Quantity { get; init; }
            public long Version { get; init; }
        }
        """;

    [Fact]
    public Task The_annotation_is_removed() => Fixes("Remove [Version]");

    [Fact]
    public Task A_class_that_is_nothing_cannot_have_a_key() => Reports(
        """
        [[|PrimaryKey("ORDER#{Id}", "ORDER")|]]
        public sealed partial record Order(string Id);
        """,
        "'Order' has [PrimaryKey], but 'Order' is no entity; remove it, or add [Entity<TTable>(\"…\")] to 'Order'");

    [Fact]
    public Task A_document_cannot_have_a_key() => Reports(
        """
        [Document]
        [[|SecondaryKey("GSI1", "ORDER#{Id}")|]]
        public sealed partial record Order(string Id);
        """,
        "'Order' has [SecondaryKey], but 'Order' is no entity; remove it, or add [Entity<TTable>(\"…\")] to 'Order'");
}
