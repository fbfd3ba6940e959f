namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF141 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial record Note
        {
            public string Text { get; init; } = "";
            public object [|Tag|] { get; init; } = "";
        }
        """;

    public override string Message => "'Note.Tag' is object, which cannot be stored; use a supported type, [Converter<T>] or [Ignore]";

    public override string Good => """
        [Document]
        public sealed partial record Note
        {
            public string Text { get; init; } = "";
            [Ignore] public object Tag { get; init; } = "";
        }
        """;

    [Fact]
    public Task The_property_is_left_out() => Fixes("Add [Ignore]");

    [Theory]
    [InlineData("(int, int)", "(int, int)")]
    [InlineData("int[,]", "int[,]")]
    [InlineData("Action", "Action")]
    [InlineData("List<nint>", "nint")]
    [InlineData("Queue<string>", "Queue<string>")]
    [InlineData("System.Text.StringBuilder", "StringBuilder")]
    public Task The_type_that_is_to_blame_is_named(string type, string named) => Reports(
        $$"""
        [Document]
        public sealed partial record Note
        {
            public required {{type}} [|Tag|] { get; init; }
        }
        """,
        $"'Note.Tag' is {named}, which cannot be stored; use a supported type, [Converter<T>] or [Ignore]");
}
