using System.Reflection;
using System.Text.RegularExpressions;

namespace Keyfold.Generator.Tests.Diagnostics;

/// <summary>A diagnostic's page in generators/docs.</summary>
internal sealed partial record Page(string Heading, string Bad, string Good, bool OffersFix)
{
    public static string Root { get; } = Path.Combine(
        typeof(Page).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "KeyfoldRoot").Value!, "generators");

    public static IEnumerable<string> Ids =>
        Directory.EnumerateFiles(Path.Combine(Root, "docs"), "KF*.md").Select(path => Path.GetFileNameWithoutExtension(path)).Order();

    public static Page Read(string id)
    {
        string text = File.ReadAllText(Path.Combine(Root, "docs", id + ".md"));
        MatchCollection examples = Examples().Matches(text);
        Assert.Equal(["Bad", "Good"], examples.Select(example => example.Groups["kind"].Value));
        return new Page(
            text.Split('\n')[0],
            examples[0].Groups["code"].Value,
            examples[1].Groups["code"].Value,
            text.Contains("**Code fix**", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"^(?<kind>\w+):\n```csharp\n(?<code>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Examples();
}
