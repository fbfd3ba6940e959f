using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Tests.Diagnostics;

/// <summary>Every diagnostic has a test, a page and a release row, and there is nothing more of any.</summary>
public sealed class CompletenessTests
{
    private static readonly string[] Ids = [.. Generator.Diagnostics.All.Select(descriptor => descriptor.Id)];

    public static TheoryData<string> AllIds => [.. Ids];

    [Fact]
    public void Ids_are_in_order_and_are_not_used_twice() => Assert.Equal(Ids.Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal), Ids);

    [Fact]
    public void Each_is_reported_by_a_test() => Assert.Equal(
        Ids,
        typeof(DiagnosticTest).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DiagnosticTest))).Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void Each_has_a_page() => Assert.Equal(Ids, Page.Ids);

    [Fact]
    public void Each_has_a_release_row() => Assert.Equal(
        Generator.Diagnostics.All.Select(descriptor => $"{descriptor.Id} | Keyfold | {descriptor.DefaultSeverity} | {descriptor.Title}"),
        Rows("Keyfold.Generator/AnalyzerReleases.Shipped.md", "KF").Concat(Rows("Keyfold.Generator/AnalyzerReleases.Unshipped.md", "KF")));

    [Fact]
    public void Each_has_a_row_in_the_index() => Assert.Equal(
        Generator.Diagnostics.All.Select(descriptor => $"| [{descriptor.Id}]({descriptor.Id}.md) | {descriptor.Title} | {descriptor.DefaultSeverity} |"),
        Rows("docs/README.md", "| [KF"));

    [Fact]
    public void Each_links_to_its_page() => Assert.Equal(
        Ids.Select(id => $"https://github.com/keyfold/keyfold/blob/main/generators/docs/{id}.md"),
        Generator.Diagnostics.All.Select(descriptor => descriptor.HelpLinkUri));

    [Theory]
    [MemberData(nameof(AllIds))]
    public async Task The_examples_of_its_page_are_right(string id)
    {
        DiagnosticDescriptor descriptor = Generator.Diagnostics.All.Single(descriptor => descriptor.Id == id);
        string? otherProject = TestOf(id).OtherProject;
        Page page = Page.Read(id);

        Assert.Equal($"# {id}: {descriptor.Title}", page.Heading);
        Assert.Equal([id], (await Project.Of(page.Bad, otherProject).FindMistakesAsync()).Select(mistake => mistake.Id));
        Project good = Project.Of(page.Good, otherProject);
        Assert.Empty(await good.FindMistakesAsync());
        Assert.Empty(good.CompilerErrors());
    }

    [Fact]
    public void Its_page_says_whether_there_is_a_code_fix() => Assert.Equal(
        CodeFixes.FixedSource.Providers.SelectMany(provider => provider.FixableDiagnosticIds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        Ids.Where(id => Page.Read(id).OffersFix));

    private static DiagnosticTest TestOf(string id) => (DiagnosticTest)Activator.CreateInstance(
        typeof(DiagnosticTest).Assembly.GetType($"{typeof(DiagnosticTest).Namespace}.{id}", throwOnError: true)!)!;

    private static IEnumerable<string> Rows(string file, string start) =>
        File.ReadLines(Path.Combine(Page.Root, file)).Where(line => line.StartsWith(start, StringComparison.Ordinal));
}
