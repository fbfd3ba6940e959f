using System.Text.RegularExpressions;

namespace Keyfold.Repository.Tests;

/// <summary>
/// The README's C# is compiled and run elsewhere: a block under <c>&lt;!-- file#region --&gt;</c> is that region of that file, to the letter.
/// </summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void Every_code_block_is_a_region_of_the_sample()
    {
        MatchCollection blocks = Block().Matches(Repository.Read("README.md"));
        Assert.NotEmpty(blocks);
        foreach (Match block in blocks)
        {
            Assert.True(block.Groups["file"].Success, $"A C# block of the README does not say which region it shows:\n{block.Groups["code"].Value}");
            Assert.Equal(Region(block.Groups["file"].Value, block.Groups["region"].Value), block.Groups["code"].Value.TrimEnd());
        }
    }

    private static string Region(string file, string name)
    {
        string[] lines = Repository.Lines(file);
        int start = Array.FindIndex(lines, line => line.Trim() == $"#region {name}");
        Assert.True(start >= 0, $"{file} has no region '{name}'.");
        int end = Array.FindIndex(lines, start, line => line.Trim().StartsWith("#endregion", StringComparison.Ordinal));
        string[] body = lines[(start + 1)..end];
        int indent = body.Where(line => line.Length > 0).Min(line => line.Length - line.TrimStart().Length);
        return string.Join('\n', body.Select(line => line.Length == 0 ? line : line[indent..])).Trim('\n');
    }

    [GeneratedRegex(@"(?:<!-- (?<file>\S+?)#(?<region>[^>]+?) -->\r?\n)?```csharp\r?\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Block();
}
