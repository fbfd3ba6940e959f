namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF144 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial record Menu
        {
            public Dictionary<int, string> [|Notes|] { get; init; } = [];
        }
        """;

    public override string Message =>
        "'Menu.Notes' is a dictionary whose key is 'int'; the names in a map are strings: use Dictionary<string, …>";

    public override string Good => """
        [Document]
        public sealed partial record Menu
        {
            public Dictionary<string, string> Notes { get; init; } = [];
        }
        """;
}
