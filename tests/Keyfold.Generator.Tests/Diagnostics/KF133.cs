namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF133 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Invoice")]
        [PrimaryKey("DOCUMENT#{Id}", "HEAD")]
        public sealed partial record Invoice(string Id);

        [Entity<RetailTable>("Order")]
        [[|PrimaryKey("DOCUMENT#{Id}", "HEAD")|]]
        public sealed partial record Order(string Id);
        """;

    public override string Message =>
        "The primary keys of 'Invoice' and 'Order' in table 'RetailTable' can be equal, so that one would overwrite the other; begin their templates with different text";

    public override string Good => """
        [Entity<RetailTable>("Invoice")]
        [PrimaryKey("INVOICE#{Id}", "HEAD")]
        public sealed partial record Invoice(string Id);

        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "HEAD")]
        public sealed partial record Order(string Id);
        """;

    [Fact]
    public async Task Other_sort_keys_are_enough()
    {
        Project project = Project.Of("""
            [Entity<RetailTable>("Invoice")]
            [PrimaryKey("DOCUMENT#{Id}", "INVOICE")]
            public sealed partial record Invoice(string Id);

            [Entity<RetailTable>("Order")]
            [PrimaryKey("DOCUMENT#{Id}", "ORDER")]
            public sealed partial record Order(string Id);
            """);

        Assert.Empty(await project.FindMistakesAsync());
    }
}
