namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF145 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial record Note
        {
            public string [|Text|] { get; } = "";
        }
        """;

    public override string Message =>
        "'Note.Text' cannot be set when an item is read; add a setter, init or a constructor parameter 'text', or [Ignore]";

    public override string Good => """
        [Document]
        public sealed partial record Note
        {
            public string Text { get; init; } = "";
        }
        """;

    [Fact]
    public Task It_is_made_settable() => Fixes("Add init");

    [Fact]
    public Task It_is_left_out() => Fixes("Add [Ignore]", """
        [Document]
        public sealed partial record Note
        {
            [Ignore] public string Text { get; } = "";
        }
        """);

    [Fact]
    public async Task A_computed_property_can_only_be_left_out() => Assert.Equal(
        ["Add [Ignore]"],
        await CodeFixes.FixedSource.TitlesAsync(
            """
            [Document]
            public sealed partial record Note(string Text)
            {
                public int Length => Text.Length;
            }
            """,
            Id));
}
