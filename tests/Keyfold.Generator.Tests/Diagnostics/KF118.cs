namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF118 : DiagnosticTest
{
    public override string Bad => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey([|"ORDER#{Id:X}"|], "ORDER")]
        public sealed partial record Order(Guid Id);
        """;

    public override string Message => "'Order.Id' is Guid, whose text in a key cannot have the format 'X'; use {Id} or {Id:N}";

    public override string Good => """
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER#{Id}", "ORDER")]
        public sealed partial record Order(Guid Id);
        """;

    [Fact]
    public Task The_first_format_that_is_allowed_is_taken() => Fixes("Write {Id}");

    [Theory]
    [InlineData("string", "upper", "string", "{Part} or {Part:escape}")]
    [InlineData("bool", "yes", "bool", "{Part}")]
    [InlineData("long", "N2", "long", "{Part:D10}")]
    [InlineData("int", "D0", "int", "{Part:D10}")]
    [InlineData("decimal", "D10", "decimal", "{Part:0000000000.00}")]
    [InlineData("DayOfWeek", "F", "DayOfWeek", "{Part:D3}")]
    [InlineData("DateTime", "yyyy MMMM", "DateTime", "{Part:O} or yyyy, MM, dd, HH, mm, ss and f, as in {Part:yyyy-MM-ddTHH:mm:ss}")]
    [InlineData("DateOnly", "HH:mm", "DateOnly", "{Part:O} or yyyy, MM, dd, HH, mm, ss and f, as in {Part:yyyy-MM-dd}")]
    [InlineData("TimeOnly", "h:mm", "TimeOnly", "{Part:O} or yyyy, MM, dd, HH, mm, ss and f, as in {Part:HH:mm:ss}")]
    public Task Each_type_has_its_formats(string type, string format, string named, string repair) => Reports(
        $$"""
        [Entity<RetailTable>("Order")]
        [PrimaryKey("ORDER", [|"{Part:{{format}}}"|])]
        public sealed partial record Order({{type}} Part);
        """,
        $"'Order.Part' is {named}, whose text in a key cannot have the format '{format}'; use {repair}");
}
