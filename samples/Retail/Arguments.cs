namespace Retail;

/// <summary>What the command line says.</summary>
/// <param name="File">The data set.</param>
/// <param name="SkipBadRows">Whether lines that cannot be understood are reported and left out; otherwise the first one ends the program.</param>
internal sealed record Arguments(string File, bool SkipBadRows)
{
    public const string Usage = "usage: dotnet run --project samples/Retail -c Release [-- [--skip-bad-rows] [FILE.csv[.gz]]]";

    /// <summary>Null for arguments that make no sense.</summary>
    public static Arguments? Parse(string[] args)
    {
        bool skip = args.Contains("--skip-bad-rows", StringComparer.Ordinal);
        string[] files = [.. args.Where(argument => argument != "--skip-bad-rows")];
        return files switch
        {
            [] => new Arguments(Path.Combine(AppContext.BaseDirectory, "Data", "2010-12.csv.gz"), skip),
            [var file] when !file.StartsWith('-') => new Arguments(file, skip),
            _ => null,
        };
    }
}
