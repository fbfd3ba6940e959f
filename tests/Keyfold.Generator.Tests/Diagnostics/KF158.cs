namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF158 : DiagnosticTest
{
    public override string Bad => """
        [Document]
        public sealed partial class Lamp
        {
            [Attribute] private State [|Current|] { get; set; }

            private enum State
            {
                Off,
                On,
            }
        }
        """;

    public override string Message =>
        "'Lamp.Current' needs 'State', which the generated code cannot name; declare it internal or public";

    public override string Good => """
        [Document]
        public sealed partial class Lamp
        {
            [Attribute] private State Current { get; set; }

            internal enum State
            {
                Off,
                On,
            }
        }
        """;

    [Fact]
    public Task The_type_is_made_internal() => Fixes("Make 'State' internal");

    [Fact]
    public Task A_converter_is_made_internal() => Fixes(
        "Make 'VersionConverter' internal",
        """
        [Document]
        public sealed partial record Package
        {
            [[|Converter<VersionConverter>|]] public required Version Version { get; init; }

            sealed class VersionConverter : IConverter<Version, string>
            {
                public static string ToStored(Version value) => value.ToString();

                public static Version FromStored(string stored) => Version.Parse(stored);
            }
        }
        """,
        """
        [Document]
        public sealed partial record Package
        {
            [Converter<VersionConverter>] public required Version Version { get; init; }

            internal sealed class VersionConverter : IConverter<Version, string>
            {
                public static string ToStored(Version value) => value.ToString();

                public static Version FromStored(string stored) => Version.Parse(stored);
            }
        }
        """);
}
