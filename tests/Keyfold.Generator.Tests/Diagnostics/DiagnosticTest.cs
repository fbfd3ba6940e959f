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

    /// <summary>The errors of the compiler that the mistake causes beside it. Usually none: what is generated for a broken type must not bury it.</summary>
    private protected virtual string[] CompilerErrors => [];

    [Fact]
    public Task The_mistake_is_reported_where_it_is() => Reports(Bad, Message, CompilerErrors);

    [Fact]
    public async Task An_editor_shows_it_while_the_file_is_typed()
    {
        var marked = MarkedSource.Parse(Bad);
        Project project = Project.Of(marked.Text, OtherProject);

        Assert.Equal([(Id, marked.Span)], (await project.FindMistakesInFileAsync()).Select(mistake => (mistake.Id, mistake.Location.SourceSpan)));
    }

    [Fact]
    public async Task The_repaired_source_is_clean()
    {
        Project project = Project.Of(Good, OtherProject);

        Assert.Empty(await project.FindMistakesAsync());
        Assert.Empty(project.CompilerErrors());
    }

    /// <summary>Another source with the mistake: this is what is reported, and nothing else.</summary>
    private protected async Task Reports(string bad, string message, params string[] compilerErrors)
    {
        var marked = MarkedSource.Parse(bad);
        Project project = Project.Of(marked.Text, OtherProject);

        Assert.Equal(
            [$"{Id} {marked.Describe(marked.Span)}: {message}"],
            (await project.FindMistakesAsync()).Select(found =>
                $"{found.Id} {marked.Describe(found.Location.SourceSpan)}: {found.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}"));
        Assert.Equal(compilerErrors, project.CompilerErrors().Select(found => found.Split(": ")[1].Split(' ')[^1]).Distinct(StringComparer.Ordinal));
    }

    /// <summary>A source that looks like the mistake and is none.</summary>
    private protected async Task Allows(string good)
    {
        Project project = Project.Of(good, OtherProject);

        Assert.Empty(await project.FindMistakesAsync());
        Assert.Empty(project.CompilerErrors());
    }

    /// <summary>The code fix of this title makes <see cref="Good"/> of <see cref="Bad"/>.</summary>
    private protected Task Fixes(string title) => Fixes(title, Good);

    /// <summary>The code fix of this title makes another source of <see cref="Bad"/>, which is as clean.</summary>
    private protected Task Fixes(string title, string expected) => Fixes(title, Bad, expected);

    private protected async Task Fixes(string title, string bad, string expected)
    {
        await Rewrites(title, bad, expected);

        Project project = Project.Of(expected, OtherProject);
        Assert.Empty(await project.FindMistakesAsync());
        Assert.Empty(project.CompilerErrors());
    }

    /// <summary>The code fix of this title makes this source, which is left with another mistake that only a person can repair.</summary>
    private protected async Task Rewrites(string title, string bad, string expected) =>
        Assert.Equal(expected, await CodeFixes.FixedSource.ApplyAsync(MarkedSource.Parse(bad).Text, Id, title));
}
