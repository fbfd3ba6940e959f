using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Keyfold.CodeFixes;

/// <summary>Offers the repairs of some diagnostics. What each diagnostic's numbered properties hold is seen in its message.</summary>
/// <param name="ids">The diagnostics.</param>
public abstract class RepairProvider(params string[] ids) : CodeFixProvider
{
    /// <inheritdoc/>
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = [.. ids];

    /// <inheritdoc/>
    public sealed override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    /// <inheritdoc/>
    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await context.Document.GetSemanticModelAsync(context.CancellationToken).ConfigureAwait(false) is not { } model)
        {
            return;
        }

        foreach (Diagnostic diagnostic in context.Diagnostics)
        {
            foreach (Repair repair in FindRepairs(new Mistake(diagnostic, model, context.CancellationToken)))
            {
                CodeAction action = CodeAction.Create(
                    repair.Title, cancellationToken => ApplyAsync(context.Document.Project.Solution, repair, cancellationToken), equivalenceKey: repair.Kind);
                context.RegisterCodeFix(action, diagnostic);
            }
        }
    }

    /// <summary>Gives the repairs of a mistake, the likeliest first; none where what is written is not what the repair knows.</summary>
    private protected abstract IEnumerable<Repair> FindRepairs(Mistake mistake);

    private static async Task<Solution> ApplyAsync(Solution solution, Repair repair, CancellationToken cancellationToken)
    {
        foreach (IGrouping<SyntaxTree, SourceEdit> edits in repair.Edits.GroupBy(edit => edit.Tree))
        {
            if (solution.GetDocument(edits.Key) is { } document)
            {
                SourceText text = await document.GetTextAsync(cancellationToken).ConfigureAwait(false);
                solution = solution.WithDocumentText(document.Id, text.WithChanges(edits.Select(edit => edit.Change)));
            }
        }

        return solution;
    }
}
