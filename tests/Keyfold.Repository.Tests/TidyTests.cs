using System.Text.RegularExpressions;

namespace Keyfold.Repository.Tests;

/// <summary>Rules that a reviewer would otherwise have to repeat.</summary>
public sealed partial class TidyTests
{
    private const int LinesMax = 400;

    [Fact]
    public void No_file_holds_more_than_one_screenful_of_ideas() =>
        Assert.Empty(Repository.Code()
            .Where(path => !path.Contains("/Golden/", StringComparison.Ordinal) && !path.EndsWith(".g.cs", StringComparison.Ordinal))
            .Select(path => (path, lines: Repository.Lines(path).Length))
            .Where(file => file.lines > LinesMax));

    [Fact]
    public void Nothing_is_left_for_later() => Assert.Empty(Find(Later()));

    [Fact]
    public void No_exception_is_swallowed() => Assert.Empty(Find(Swallowed()));

    [Fact]
    public void Code_does_not_praise_itself() => Assert.Empty(Find(Praise()));

    [Fact]
    public void No_test_is_skipped_for_good() => Assert.Empty(Find(Skipped()));

    // The rules are shown to be able to fail: each finds what it is there to find.
    [Theory]
    [InlineData("// TO" + "DO: later", nameof(Later))]
    [InlineData("throw new NotImplemented" + "Exception();", nameof(Later))]
    [InlineData("try { } catch { }", nameof(Swallowed))]
    [InlineData("try { } catch (Exception) { }", nameof(Swallowed))]
    [InlineData("/// A blazing" + "-fast reader.", nameof(Praise))]
    [InlineData("[Fact(Skip = \"flaky\")]", nameof(Skipped))]
    public void Each_rule_finds_a_violation(string line, string rule) =>
        Assert.Matches(rule switch
        {
            nameof(Later) => Later(),
            nameof(Swallowed) => Swallowed(),
            nameof(Praise) => Praise(),
            _ => Skipped(),
        }, line);

    private static IEnumerable<string> Find(Regex rule) =>
        Repository.Code()
            .Where(path => !path.EndsWith(nameof(TidyTests) + ".cs", StringComparison.Ordinal))
            .SelectMany(path => rule.Matches(Repository.Read(path)).Select(match => $"{path}: {match.Value}"));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b|NotImplementedException", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Later();

    [GeneratedRegex(@"catch\s*(\([^)]*\)\s*)?\{\s*\}", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Swallowed();

    [GeneratedRegex(@"high-performance|blazing|lightning|state[- ]of[- ]the[- ]art|world-class|\boptimized for\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Praise();

    [GeneratedRegex(@"Skip\s*=\s*""", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Skipped();
}
