namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF120 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", [|"ORDER#{Day:dd-MM-yyyy}"|])]
        public sealed partial record Order(string Customer, DateOnly Day);
        """;

    public override string Message =>
        "'Order.Day' has the format 'dd-MM-yyyy' in a sort key, whose order is not the order of time, so that no range can be asked for; use a format such as {Day:yyyy-MM-dd}";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("CUSTOMER#{Customer}", "ORDER#{Day:yyyy-MM-dd}")]
        public sealed partial record Order(string Customer, DateOnly Day);
        """;

    [Fact]
    public Task The_format_is_put_in_order() => Fixes("Write {Day:yyyy-MM-dd}");
}
