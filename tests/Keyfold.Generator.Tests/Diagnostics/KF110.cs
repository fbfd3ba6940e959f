namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF110 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        public sealed partial record [|Order|](string Id);
        """;

    public override string Message => "'Order' has no primary key; add [PrimaryKey(\"…\")] to it or [PartitionKey] to a property";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public Task A_key_is_made_of_the_id() => Fixes("Add [PrimaryKey(\"ORDER#{Id}\", \"ORDER\")]");

    [Fact]
    public Task Without_a_sort_key_where_the_table_has_none() => Fixes(
        "Add [PrimaryKey(\"ORDER#{OrderId}\")]",
        """
        [Table("orders", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        public sealed partial record [|Order|](Guid OrderId);
        """,
        """
        [Table("orders", SortKey = null)]
        public sealed partial class OrderTable;

        [Entity<OrderTable>("Order")]
        [PrimaryKey("ORDER#{OrderId}")]
        public sealed partial record Order(Guid OrderId);
        """);

    [Fact]
    public async Task Without_an_id_only_the_author_knows_the_key() => Assert.Empty(await CodeFixes.FixedSource.TitlesAsync(
        """
        [Entity<RetailTable>("Order")]
        public sealed partial record Order(string? Id, string Number);
        """,
        Id));
}
