namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF153 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial record Note
        {
            public required string Text { get; init; }
            [[|Ignore|]] public required string Draft { get; init; }
        }
        """;

    public override string Message =>
        "'Note.Draft' is required but has [Ignore], so that no item could be read; remove one of the two";

    public override string Good => """
        [Document]
        public sealed partial record Note
        {
            public required string Text { get; init; }
            public required string Draft { get; init; }
        }
        """;

    [Fact]
    public Task It_is_stored() => Fixes("Remove [Ignore]");

    [Fact]
    public Task It_is_not_required() => Fixes("Remove 'required'", """
        [Document]
        public sealed partial record Note
        {
            public required string Text { get; init; }
            [Ignore] public string Draft { get; init; }
        }
        """);
}
