using System.Xml.Linq;

namespace Keyfold.Repository.Tests;

/// <summary>The arrows between projects that ARCHITECTURE.md draws are the only ones.</summary>
public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Keyfold.Core"] = [],
        ["Keyfold.Engine"] = ["Keyfold.Core"],
        ["Keyfold"] = ["Keyfold.Core", "Keyfold.Engine"],
        ["Keyfold.Protocol"] = ["Keyfold.Core"],
        ["Keyfold.Resilience"] = ["Keyfold.Core", "Keyfold"],
        ["Keyfold.Aws"] = ["Keyfold.Core", "Keyfold.Protocol", "Keyfold"],
        ["Keyfold.Server"] = ["Keyfold.Core", "Keyfold.Protocol", "Keyfold.Engine"],
        ["Keyfold.Cli"] = ["Keyfold.Core", "Keyfold.Protocol", "Keyfold.Engine", "Keyfold.Server"],
        ["Keyfold.Generator"] = [],
        ["Keyfold.CodeFixes"] = ["Keyfold.Generator"],
    };

    // Where the default backend is chosen: nothing else of the typed API knows the engine.
    private static readonly string[] KnowEngine = ["src/Keyfold/Tables/Table.cs", "src/Keyfold/DependencyInjection/"];

    [Fact]
    public void A_project_references_only_what_the_architecture_allows()
    {
        List<string> wrong = [];
        foreach (string path in Repository.Files("src", "*.csproj").Concat(Repository.Files("generators", "*.csproj")))
        {
            string project = Path.GetFileNameWithoutExtension(path);
            Assert.True(Allowed.ContainsKey(project), $"{path}: say in {nameof(DependencyTests)} what it may reference");
            wrong.AddRange(References(path).Except(Allowed[project]).Select(reference => $"{project} → {reference}"));
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_oracle_does_not_know_the_engine() =>
        Assert.DoesNotContain("Keyfold.Engine", References("tests/Keyfold.Oracle/Keyfold.Oracle.csproj"));

    [Fact]
    public void Only_where_the_default_is_chosen_does_the_typed_api_know_the_engine() =>
        Assert.Empty(Repository.Files("src/Keyfold", "*.cs")
            .Where(path => !KnowEngine.Any(place => path.StartsWith(place, StringComparison.Ordinal)))
            .Where(path => Repository.Read(path).Contains("Keyfold.Engine", StringComparison.Ordinal)));

    [Fact]
    public void Only_its_extension_of_the_builder_makes_resilience_know_the_typed_api() =>
        Assert.Equal(
            ["src/Keyfold.Resilience/DependencyInjection/ResilienceKeyfoldOptionsExtensions.cs"],
            Repository.Files("src/Keyfold.Resilience", "*.cs").Where(path => Repository.Read(path).Contains("KeyfoldOptions", StringComparison.Ordinal)));

    [Fact]
    public void Every_project_is_in_the_solution()
    {
        string solution = Repository.Read("Mapper.sln").Replace('\\', '/');
        Assert.Empty(new[] { "src", "generators", "samples", "tests" }
            .SelectMany(folder => Repository.Files(folder, "*.csproj"))
            .Where(path => !solution.Contains(path, StringComparison.Ordinal)));
    }

    private static string[] References(string project) =>
        [.. XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
            .Where(reference => reference.Attribute("ReferenceOutputAssembly")?.Value != "false")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))];
}
