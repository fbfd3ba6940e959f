using System.Composition;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Keyfold.CodeFixes;

/// <summary>Changes a part of a key template: its format, its name, or what separates it from the next. Only a template that is written as a literal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class RewriteTemplate() : RepairProvider("KF112", "KF113", "KF117", "KF118", "KF119", "KF120", "KF121", "KF122")
{
    private const string Separator = "#";

    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (mistake.Argument?.Expression is not LiteralExpressionSyntax literal || !literal.IsKind(SyntaxKind.StringLiteralExpression))
        {
            return [];
        }

        string part = "{" + Regex.Escape(mistake.Word(1));
        return mistake.Id switch
        {
            "KF112" => Replace(literal, @"\{\w+(?<old>:)\}", "", "Remove the empty format"),
            "KF113" => CorrectName(mistake, literal),
            "KF117" => Format(literal, part + "}", $"{{{mistake.Word(1)}:O}}"),
            "KF118" => Format(literal, part + ":" + Regex.Escape(mistake.Word(3)) + "}", FirstPart(mistake.Word(4))),
            "KF119" => Format(literal, part + "}", mistake.Word(2)),
            "KF120" => Format(literal, part + ":" + Regex.Escape(mistake.Word(2)) + "}", mistake.Word(3)),
            "KF121" => Replace(literal, part + @"(:[^}]*)?\}(?<old>)\{", Separator, "Separate the parts by #"),
            "KF122" => Replace(literal, part + @"(:[^}]*)?\}(?<old>" + Regex.Escape(mistake.Word(2)) + ")", Separator, "Separate the parts by #"),
            _ => [],
        };
    }

    private static IEnumerable<Repair> CorrectName(Mistake mistake, LiteralExpressionSyntax literal)
    {
        string written = mistake.Word(2);
        return Spelling.Nearest(written, mistake.PropertyNames()) is { } name
            ? Replace(literal, @"\{(?<old>" + Regex.Escape(written) + @")[:}]", name, $"Write {{{name}}}")
            : [];
    }

    private static IEnumerable<Repair> Format(LiteralExpressionSyntax literal, string old, string repaired) =>
        Replace(literal, $"(?<old>{old})", repaired, "Write " + repaired);

    /// <summary>Replaces the group <c>old</c> of the first match in the literal as it is written.</summary>
    private static IEnumerable<Repair> Replace(LiteralExpressionSyntax literal, string pattern, string text, string title)
    {
        Match match = Regex.Match(literal.Token.Text, pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        if (match.Success)
        {
            Group old = match.Groups["old"];
            var span = new TextSpan(literal.SpanStart + old.Index, old.Length);
            yield return new Repair(title, "Rewrite the template", Edit.Replace(literal.SyntaxTree, span, text));
        }
    }

    /// <summary>The first of the parts that a message proposes: <c>{Id} or {Id:N}</c>.</summary>
    private static string FirstPart(string proposal) => proposal.Substring(0, proposal.IndexOf('}') + 1);
}
