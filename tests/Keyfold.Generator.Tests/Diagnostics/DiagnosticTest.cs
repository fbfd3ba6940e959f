using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Tests.Diagnostics;

/// <summary>
/// Tests one diagnostic, whose id is the class's name: a source that has the mistake, and only that, and the same source without it. Both see the table
/// <c>RetailTable</c>, which has no index.
/// </summary>
public abstract class DiagnosticTest
{
    public string Id => GetType().Name;

    /// <summary>The mistake, with <c>[|</c> and <c>|]</c> around what the diagnostic points at.</summary>
    public abstract string Bad { get; }

    /// <summary>The whole message.</summary>
    public abstract string Message { get; }

    /// <summary>The mistake repaired. Where there is a code fix: as it repairs it.</summary>
    public abstract string Good { get; }

    /// <summary>The source of another project that the test's refers to.</summary>
    public virtual string? OtherProject => null;

    [Fact]
    public async Task The_mistake_is_reported_where_it_is()
    {
        var marked = MarkedSource.Parse(Bad);
        Project project = Project.Of(marked.Text, OtherProject);

        Diagnostic found = Assert.Single(await project.FindMistakesAsync());
        Assert.Equal(
            $"{Id} {marked.Describe(marked.Span)}: {Message}",
            $"{found.Id} {marked.Describe(found.Location.SourceSpan)}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}");
        Assert.Equal(Project.TestFile, found.Location.SourceTree?.FilePath);
        Assert.Empty(project.CompilerErrors());
    }

    [Fact]
    public async Task An_editor_shows_it_while_the_file_is_typed()
    {
        Project project = Project.Of(MarkedSource.Parse(Bad).Text, OtherProject);

        Assert.Equal(
            (await project.FindMistakesAsync()).Select(mistake => mistake.ToString()),
            (await project.FindMistakesInFileAsync()).Select(mistake => mistake.ToString()));
    }

    [Fact]
    public async Task The_repaired_source_is_clean()
    {
        Project project = Project.Of(Good, OtherProject);

        Assert.Empty(await project.FindMistakesAsync());
        Assert.Empty(project.CompilerErrors());
    }

    /// <summary>Applies the code fix of this title to <see cref="Bad"/>: the result is <paramref name="expected"/>, and clean.</summary>
    private protected async Task Fixes(string title, string? expected = null)
    {
        string result = await CodeFixes.FixedSource.ApplyAsync(MarkedSource.Parse(Bad).Text, Id, title);

        Assert.Equal(expected ?? Good, result, ignoreLineEndingDifferences: false);
        Project project = Project.Of(result, OtherProject);
        Assert.Empty(await project.FindMistakesAsync());
        Assert.Empty(project.CompilerErrors());
    }
}
