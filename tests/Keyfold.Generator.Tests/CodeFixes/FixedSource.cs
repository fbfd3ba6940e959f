using System.Collections.Immutable;
using Keyfold.CodeFixes;
using Keyfold.Generator.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Keyfold.Generator.Tests.CodeFixes;

/// <summary>What a code fix makes of a test's source, as an editor applies it.</summary>
internal static class FixedSource
{
    /// <summary>Every code fix there is.</summary>
    public static ImmutableArray<RepairProvider> Providers { get; } =
    [
        .. typeof(RepairProvider).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(RepairProvider)))
            .Select(type => (RepairProvider)Activator.CreateInstance(type)!),
    ];

    /// <summary>Repairs the first mistake with the fix of this title.</summary>
    public static async Task<string> ApplyAsync(string source, string id, string title)
    {
        Document document = Open(source);
        Diagnostic mistake = (await FindMistakesAsync(document.Project)).First(found => found.Id == id);
        (_, CodeAction action) = await FindActionAsync(document, mistake, title);
        return await ApplyAsync(document, action);
    }

    /// <summary>Repairs all mistakes of the document in the way of the fix of this title.</summary>
    public static async Task<string> ApplyAllAsync(string source, string id, string title)
    {
        Document document = Open(source);
        Diagnostic mistake = (await FindMistakesAsync(document.Project)).First(found => found.Id == id);
        (RepairProvider provider, CodeAction first) = await FindActionAsync(document, mistake, title);
        var context = new FixAllContext(
            document, provider, FixAllScope.Document, first.EquivalenceKey, [id], new MistakeSource(), CancellationToken.None);
        CodeAction? action = await provider.GetFixAllProvider().GetFixAsync(context);
        return await ApplyAsync(document, action ?? throw new InvalidOperationException("There is nothing to fix."));
    }

    /// <summary>The titles of all fixes for the first mistake of this id.</summary>
    public static async Task<IReadOnlyList<string>> TitlesAsync(string source, string id)
    {
        Document document = Open(source);
        Diagnostic mistake = (await FindMistakesAsync(document.Project)).First(found => found.Id == id);
        return [.. (await FindActionsAsync(document, mistake)).Select(found => found.Action.Title)];
    }

    private static readonly Microsoft.CodeAnalysis.Project Empty = CreateProject();

    private static Document Open(string source) => Empty.AddDocument(Diagnostics.Project.TestFile, SourceText.From(source));

    private static Microsoft.CodeAnalysis.Project CreateProject()
    {
        Microsoft.CodeAnalysis.Project project = new AdhocWorkspace().AddProject(ProjectInfo.Create(
            ProjectId.CreateNewId(),
            VersionStamp.Default,
            "Test",
            "Test",
            LanguageNames.CSharp,
            compilationOptions: Source.CompilationOptions,
            parseOptions: Source.ParseOptions,
            metadataReferences: Source.References));
        foreach (SyntaxTree tree in new[] { Source.UsingsTree, Diagnostics.Project.TableTree })
        {
            project = project.AddDocument(tree.FilePath, tree.GetText(CancellationToken.None)).Project;
        }

        return project;
    }

    private static async Task<(RepairProvider Provider, CodeAction Action)> FindActionAsync(Document document, Diagnostic mistake, string title)
    {
        List<(RepairProvider Provider, CodeAction Action)> found = await FindActionsAsync(document, mistake);
        string titles = string.Join("; ", found.Select(one => one.Action.Title));
        return found.Exists(one => one.Action.Title == title)
            ? found.First(one => one.Action.Title == title)
            : throw new InvalidOperationException($"No fix for {mistake.Id} has the title '{title}'; there are: {titles}");
    }

    private static async Task<List<(RepairProvider Provider, CodeAction Action)>> FindActionsAsync(Document document, Diagnostic mistake)
    {
        var actions = new List<(RepairProvider, CodeAction)>();
        foreach (RepairProvider provider in Providers.Where(provider => provider.FixableDiagnosticIds.Contains(mistake.Id)))
        {
            var context = new CodeFixContext(document, mistake, (action, _) => actions.Add((provider, action)), CancellationToken.None);
            await provider.RegisterCodeFixesAsync(context);
        }

        return actions;
    }

    private static async Task<string> ApplyAsync(Document document, CodeAction action)
    {
        ImmutableArray<CodeActionOperation> operations = await action.GetOperationsAsync(CancellationToken.None);
        Solution changed = operations.OfType<ApplyChangesOperation>().Single().ChangedSolution;
        SourceText text = await changed.GetDocument(document.Id)!.GetTextAsync(CancellationToken.None);
        return text.ToString();
    }

    private static async Task<ImmutableArray<Diagnostic>> FindMistakesAsync(Microsoft.CodeAnalysis.Project project)
    {
        Compilation? compilation = await project.GetCompilationAsync(CancellationToken.None);
        ImmutableArray<Diagnostic> found = await compilation!.WithAnalyzers([new AnnotationAnalyzer()]).GetAnalyzerDiagnosticsAsync(CancellationToken.None);
        return [.. found.OrderBy(mistake => mistake.Location.SourceSpan)];
    }

    private sealed class MistakeSource : FixAllContext.DiagnosticProvider
    {
        public override async Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(
            Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            await FindMistakesAsync(project);

        public override async Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken)
        {
            SyntaxTree? tree = await document.GetSyntaxTreeAsync(cancellationToken);
            return (await FindMistakesAsync(document.Project)).Where(mistake => mistake.Location.SourceTree == tree);
        }

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Microsoft.CodeAnalysis.Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>([]);
    }
}
