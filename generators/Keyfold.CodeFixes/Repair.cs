using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace Keyfold.CodeFixes;

/// <summary>One way to repair a mistake.</summary>
/// <param name="Title">What the editor offers.</param>
/// <param name="Kind">What makes two repairs the same for "fix all": the title without names.</param>
/// <param name="Edits">The edits, which may be in several files.</param>
internal sealed record Repair(string Title, string Kind, params SourceEdit[] Edits);

/// <summary>
/// A piece of text put in the place of another. Repairs are edits of text, not of trees, so that nothing else is formatted anew.
/// </summary>
internal sealed record SourceEdit(SyntaxTree Tree, TextChange Change);
