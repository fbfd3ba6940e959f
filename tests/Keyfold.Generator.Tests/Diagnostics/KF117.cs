namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF117 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", [|"ORDER#{At}"|])]
        public sealed partial record Order(string Customer, DateTime At);
        """;

    public override string Message =>
        "'Order.At' is a time without a format, and its text would not be in order; use a format such as {At:O} or {At:yyyy-MM-ddTHH:mm:ss}";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{At:O}")]
        public sealed partial record Order(string Customer, DateTime At);
        """;

    [Fact]
    public Task The_format_is_added() => Fixes("Write {At:O}");

    [Fact]
    public async Task A_template_that_is_no_literal_is_left_to_its_author() => Assert.Empty(await CodeFixes.FixedSource.TitlesAsync(
        """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", Templates.Order)]
        public sealed partial record Order(string Customer, DateTime At);

        public static class Templates
        {
            public const string Order = "ORDER#{At}";
        }
        """,
        Id));
}
