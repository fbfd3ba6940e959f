using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.Generator.Tests;

/// <summary>
/// Compares what is generated for each <c>Golden/X.input.cs</c> with <c>Golden/X.output.cs</c>, character by character. To accept what is generated, run the
/// tests once with the environment variable UPDATE_GOLDEN=1 and read the difference.
/// </summary>
public sealed class GoldenTests
{
    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(ThisFile())!, "Golden");

    public static TheoryData<string> Inputs =>
        [.. Directory.EnumerateFiles(Folder, "*.input.cs").Select(path => Path.GetFileName(path).Replace(".input.cs", "", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Generated_code_is_what_was_read_and_accepted(string name)
    {
        CSharpCompilation compilation = Source.Compile(File.ReadAllText(Path.Combine(Folder, name + ".input.cs")));
        var generation = new Generation();

        GeneratorRunResult first = generation.Run(compilation);
        string actual = Generation.Text(first);
        string output = Path.Combine(Folder, name + ".output.cs");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(output, actual);
        }

        Assert.Equal(File.Exists(output) ? File.ReadAllText(output) : "", actual);
        Assert.Empty(Generation.Faults(compilation, first));
        GeneratorRunResult second = generation.Run(compilation.Clone());
        Assert.All(Generation.OutputReasons(second), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_fault_in_generated_code_is_found()
    {
        CSharpCompilation compilation = Source.Compile("[Document] public partial record Line(string Text) { public const string AsText = nameof(LineFields.Texts); }");

        GeneratorRunResult result = new Generation().Run(compilation);

        Assert.Equal("CS0117", Assert.Single(Generation.Faults(compilation, result)).Id);
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
