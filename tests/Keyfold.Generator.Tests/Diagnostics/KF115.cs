namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF115 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey([|"ORDER#{Tags}"|], "ORDER")]
        public sealed partial record Order(List<string> Tags);
        """;

    public override string Message =>
        "'Order.Tags' is List<string>, which has no text that a key could hold; use text, an integer, a decimal, a date, a time, a Guid, an enum or a bool, or a converter to one";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Tag}", "ORDER")]
        public sealed partial record Order(string Tag);
        """;

    [Fact]
    public Task Floating_point_has_many_texts_for_a_value() => Reports(
        """
        [Entity<RetailTable>("Place")]
        [PrimaryKey([|"PLACE#{Latitude}"|], "PLACE")]
        public sealed partial record Place(double Latitude);
        """,
        "'Place.Latitude' is double, which has no text that a key could hold; use text, an integer, a decimal, a date, a time, a Guid, an enum or a bool, or a converter to one");
}
