using System.Collections.Immutable;
using Keyfold.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Keyfold.Generator.Tests.Diagnostics;

/// <summary>A user's project: a test's source beside a table, and what is generated for them.</summary>
internal sealed class Project
{
    public const string TestFile = "Test.cs";

    private const string Table = """
        [Table("retail")]
        public sealed partial class RetailTable;
        """;

    private readonly CSharpCompilation _written;
    private readonly Lazy<Compilation> _compilation;

    private Project(CSharpCompilation written)
    {
        _written = written;
        _compilation = new Lazy<Compilation>(
            () => _written.AddSyntaxTrees(new Generation().Run(_written).GeneratedSources.Select(source => source.SyntaxTree)));
    }

    public static SyntaxTree TableTree { get; } = Source.Parse(Table, "RetailTable.cs");

    public static Project Of(string source, string? otherProject = null)
    {
        CSharpCompilation compilation = Source.Compile(Source.Parse(source, TestFile), TableTree);
        if (otherProject is not null)
        {
            compilation = compilation.AddReferences(Source.Compile(otherProject).WithAssemblyName("Other").ToMetadataReference());
        }

        return new Project(compilation);
    }

    /// <summary>The project with another file.</summary>
    public Project With(string source) => new(_written.AddSyntaxTrees(Source.Parse(source, "Other.cs")));

    /// <summary>What a build reports.</summary>
    public Task<ImmutableArray<Diagnostic>> FindMistakesAsync() =>
        WithAnalyzer().GetAnalyzerDiagnosticsAsync(CancellationToken.None);

    /// <summary>What an editor reports of the file that is open.</summary>
    public Task<ImmutableArray<Diagnostic>> FindMistakesInFileAsync()
    {
        SyntaxTree file = _written.SyntaxTrees.Single(tree => tree.FilePath == TestFile);
        return WithAnalyzer().GetAnalyzerSemanticDiagnosticsAsync(_compilation.Value.GetSemanticModel(file), filterSpan: null, CancellationToken.None);
    }

    /// <summary>What the compiler finds: errors anywhere, and warnings in what is generated.</summary>
    public IEnumerable<string> CompilerErrors() => _compilation.Value.GetDiagnostics(CancellationToken.None)
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error
            || (diagnostic.Severity == DiagnosticSeverity.Warning && !_written.SyntaxTrees.Any(tree => tree == diagnostic.Location.SourceTree)))
        .Select(diagnostic => diagnostic.ToString());

    /// <summary>An exception in the analyzer is among the mistakes, as AD0001.</summary>
    private CompilationWithAnalyzers WithAnalyzer() => _compilation.Value.WithAnalyzers([new AnnotationAnalyzer()]);
}
