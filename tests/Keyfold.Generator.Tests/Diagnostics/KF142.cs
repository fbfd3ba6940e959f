namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF142 : DiagnosticTest
{
    public override string Bad => """
        public readonly record struct Money(decimal Amount, string Currency);

        [Document]
        public sealed partial record Line
        {
            public required string Product { get; init; }
            public required List<Money> [|Prices|] { get; init; }
        }
        """;

    public override string Message =>
        "'Line.Prices' is of type 'Money', which is no document; add [Document] to 'Money', or [Converter<T>] or [Ignore] to the property";

    public override string Good => """
        [Document]
        public readonly partial record struct Money(decimal Amount, string Currency);

        [Document]
        public sealed partial record Line
        {
            public required string Product { get; init; }
            public required List<Money> Prices { get; init; }
        }
        """;

    [Fact]
    public Task The_type_is_made_a_document() => Fixes("Make 'Money' a document");

    [Fact]
    public Task A_type_without_modifiers_too() => Fixes(
        "Make 'Money' a document",
        """
        class Money
        {
            public decimal Amount { get; set; }
        }

        [Document]
        partial record Line(string Product, Money? [|Price|]);
        """,
        """
        [Document]
        partial class Money
        {
            public decimal Amount { get; set; }
        }

        [Document]
        partial record Line(string Product, Money? Price);
        """);
}
