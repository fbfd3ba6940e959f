namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF119 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Line")]
        [PrimaryKey("ORDER#{Order}", [|"LINE#{Number}"|])]
        public sealed partial record Line(string Order, int Number);
        """;

    public override string Message =>
        "'Line.Number' is a number without padding in a sort key, so that 10 is sorted before 9 and no range can be asked for; use {Number:D10}";

    public override string Good => """
        [Entity<RetailTable>("Line")]
        [PrimaryKey("ORDER#{Order}", "LINE#{Number:D10}")]
        public sealed partial record Line(string Order, int Number);
        """;

    [Fact]
    public Task The_number_is_padded() => Fixes("Write {Number:D10}");

    [Fact]
    public Task A_decimal_is_padded_on_both_sides() => Fixes(
        "Write {Price:0000000000.00}",
        """
        [Entity<RetailTable>("Offer")]
        [PrimaryKey("PRODUCT#{Product}", [|"OFFER#{Price}"|])]
        public sealed partial record Offer(string Product, decimal Price);
        """,
        """
        [Entity<RetailTable>("Offer")]
        [PrimaryKey("PRODUCT#{Product}", "OFFER#{Price:0000000000.00}")]
        public sealed partial record Offer(string Product, decimal Price);
        """);
}
