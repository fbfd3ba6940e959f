namespace Keyfold.Generator.Tests.Diagnostics;

public sealed class KF147 : DiagnosticTest
{
    public override string Bad => """
        public sealed class UriConverter : IConverter<Uri, string>
        {
            public static string ToStored(Uri value) => value.OriginalString;

            public static Uri FromStored(string stored) => new(stored);
        }

        [Document]
        public sealed partial record Package
        {
            [[|Converter<UriConverter>|]] public required Version Version { get; init; }
        }
        """;

    public override string Message =>
        "'Package.Version' is 'Version', but 'UriConverter' does not implement IConverter<Version, TStored> exactly once; use a converter that does";

    public override string Good => """
        public sealed class VersionConverter : IConverter<Version, string>
        {
            public static string ToStored(Version value) => value.ToString();

            public static Version FromStored(string stored) => Version.Parse(stored);
        }

        [Document]
        public sealed partial record Package
        {
            [Converter<VersionConverter>] public required Version Version { get; init; }
        }
        """;
}
