namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF121 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey([|"PLACE#{Country}{City}"|], "ORDER")]
        public sealed partial record Order(string Country, string City);
        """;

    public override string Message =>
        "Nothing separates 'Order.Country' from 'Order.City' in the key template 'PLACE#{Country}{City}', so that two entities could have one key; write text between them, such as #";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("PLACE#{Country}#{City}", "ORDER")]
        public sealed partial record Order(string Country, string City);
        """;

    [Fact]
    public Task The_parts_are_separated() => Fixes("Separate the parts by #");
}
