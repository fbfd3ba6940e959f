namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF148 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial record Line
        {
            [Attribute([|Storage = AttributeStorage.Number|])] public int Quantity { get; init; }
        }
        """;

    public override string Message => "'Line.Quantity' is int, which has one way to be stored; remove Storage, which is for enums";

    public override string Good => """
        [Document]
        public sealed partial record Line
        {
            public int Quantity { get; init; }
        }
        """;

    [Fact]
    public Task The_storage_is_removed() => Fixes("Remove Storage");

    [Fact]
    public Task The_name_stays() => Fixes(
        "Remove Storage",
        """
        [Document]
        public sealed partial record Line
        {
            [Attribute("q", [|Storage = AttributeStorage.Number|])] public int Quantity { get; init; }
        }
        """,
        """
        [Document]
        public sealed partial record Line
        {
            [Attribute("q")] public int Quantity { get; init; }
        }
        """);

    [Fact]
    public Task What_stores_a_private_property_stays() => Fixes(
        "Remove Storage",
        """
        [Document]
        public sealed partial record Line
        {
            [Attribute([|Storage = AttributeStorage.Number|])] private int Quantity { get; init; }
        }
        """,
        """
        [Document]
        public sealed partial record Line
        {
            [Attribute] private int Quantity { get; init; }
        }
        """);
}
