using System.Collections.Immutable;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Keyfold.Generator.Analyzers;

/// <summary>Reports every mistake in the annotations of tables, entities and documents.</summary>
/// <remarks>
/// It parses with the generator's own parsers, so that the two cannot disagree. All its actions are symbol actions, those for rules over several entities too,
/// and each reports in the files of its symbol alone: this is what an editor shows while a file is typed in.
/// </remarks>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnnotationAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Diagnostics.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(start =>
        {
            if (start.Compilation.GetTypeByMetadataName(KnownNames.Qualified(KnownNames.Table)) is null)
            {
                return;
            }

            var annotated = new AnnotatedTypes(start.Compilation);
            start.RegisterSymbolAction(symbol => Analyze(symbol, annotated), SymbolKind.NamedType);
        });
    }

    private static void Analyze(SymbolAnalysisContext context, AnnotatedTypes annotated)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        foreach (Finding finding in annotated.FindingsAt(type, context.CancellationToken))
        {
            context.ReportDiagnostic(finding.ToDiagnostic(type, context.CancellationToken));
        }
    }
}
