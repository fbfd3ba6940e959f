namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF124 : DiagnosticTest
{
    public override string Bad => """
        [Table("orders", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        [PrimaryKey("ORDER#{Id}", [|"ORDER"|])]
        public sealed partial record Order(string Id);
        """;

    public override string Message =>
        "Table 'OrderTable' has no sort key, for which the key of 'Order' has a template; remove it, or declare one by [Table(…, SortKey = \"SK\")]";

    public override string Good => """
        [Table("orders", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        [PrimaryKey("ORDER#{Id}")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public Task The_template_is_removed() => Fixes("Remove the sort key template");
}
