using System.Reflection;

namespace Keyfold.Repository.Tests;

/// <summary>The files of this repository as they are on disk, without what a build puts there.</summary>
internal static class Repository
{
    private static readonly string[] BuildFolders = ["bin", "obj", ".git", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "KeyfoldRoot").Value!;

    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(Path.Combine(Root, folder))
            ? Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Root, path))
                .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(BuildFolders.Contains))
                .Order(StringComparer.Ordinal)
            : [];

    public static IEnumerable<string> Code() =>
        new[] { "src", "generators", "samples", "tests" }.SelectMany(folder => Files(folder, "*.cs"));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    public static string[] Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));
}
