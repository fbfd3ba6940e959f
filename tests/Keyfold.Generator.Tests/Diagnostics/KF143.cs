namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF143 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial record Plan
        {
            public HashSet<bool> [|Answers|] { get; init; } = [];
        }
        """;

    public override string Message =>
        "'Plan.Answers' is a set of 'bool'; DynamoDB has sets of strings, numbers and binaries alone, without null: use List<bool>";

    public override string Good => """
        [Document]
        public sealed partial record Plan
        {
            public List<bool> Answers { get; init; } = [];
        }
        """;

    [Fact]
    public Task The_set_becomes_a_list() => Fixes("Declare as List<bool>");

    [Fact]
    public Task A_set_has_no_null() => Reports(
        """
        [Document]
        public sealed partial record Plan
        {
            public HashSet<string?> [|Names|] { get; init; } = [];
        }
        """,
        "'Plan.Names' is a set of 'string?'; DynamoDB has sets of strings, numbers and binaries alone, without null: use List<string?>");
}
