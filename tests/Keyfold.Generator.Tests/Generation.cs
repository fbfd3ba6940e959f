using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.Generator.Tests;

/// <summary>Runs the generator as a compiler does, keeping its driver so that a second run finds what the first one cached.</summary>
internal sealed class Generation
{
    private GeneratorDriver _driver = CSharpGeneratorDriver.Create(
        [new KeyfoldGenerator().AsSourceGenerator()],
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true),
        parseOptions: Source.ParseOptions);

    /// <summary>Runs the generator on a compilation and gives what this run did.</summary>
    public GeneratorRunResult Run(Compilation compilation)
    {
        _driver = _driver.RunGenerators(compilation, CancellationToken.None);
        GeneratorRunResult result = Assert.Single(_driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return result;
    }

    /// <summary>The generated files by their names, in order, as one text.</summary>
    public static string Text(GeneratorRunResult result) => string.Concat(
        result.GeneratedSources
            .OrderBy(source => source.HintName, StringComparer.Ordinal)
            .Select(source => $"// ===== {source.HintName} =====\n{source.SourceText}"));

    /// <summary>Errors and warnings of a compilation with its generated files. Documentation is the generator's duty, not the test source's.</summary>
    public static IEnumerable<Diagnostic> Faults(Compilation compilation, GeneratorRunResult result) => compilation
        .AddSyntaxTrees(result.GeneratedSources.Select(source => source.SyntaxTree))
        .GetDiagnostics(CancellationToken.None)
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning
            && (diagnostic.Id != "CS1591" || !compilation.ContainsSyntaxTree(diagnostic.Location.SourceTree!)));

    /// <summary>Why each file was or was not generated again: a reason for each output.</summary>
    public static IEnumerable<IncrementalStepRunReason> OutputReasons(GeneratorRunResult result) =>
        result.TrackedOutputSteps.Values.SelectMany(steps => steps).SelectMany(step => step.Outputs).Select(output => output.Reason);

    /// <summary>Why each value of a step was or was not computed again.</summary>
    public static IEnumerable<IncrementalStepRunReason> StepReasons(GeneratorRunResult result, string step) =>
        result.TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason);
}
