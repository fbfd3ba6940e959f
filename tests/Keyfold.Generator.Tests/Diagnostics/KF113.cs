namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF113 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey([|"ORDER#{Numbre}"|], "ORDER")]
        public sealed partial record Order(string Id, string Number);
        """;

    public override string Message =>
        "The key template 'ORDER#{Numbre}' names 'Numbre', which 'Order' does not have; name a property of 'Order'";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Number}", "ORDER")]
        public sealed partial record Order(string Id, string Number);
        """;

    [Fact]
    public Task The_property_that_is_written_alike_is_named() => Fixes("Write {Number}");

    [Fact]
    public async Task A_name_that_is_like_no_other_is_left_to_its_author() => Assert.Empty(await CodeFixes.FixedSource.TitlesAsync(
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Customer}", "ORDER")]
        public sealed partial record Order(string Id, string Number);
        """,
        Id));
}
