using System.Composition;
using Keyfold.Generator;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.CodeFixes;

/// <summary>Stores a property in the attribute that the table, its index or another entity has for it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class NameAttribute() : RepairProvider("KF125", "KF154")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        string name = mistake.Id == "KF125" ? mistake.Word(5) : mistake.Word(3);
        SyntaxNode? declaration = mistake.Annotation?.Parent?.Parent;
        if (declaration is null)
        {
            yield break;
        }

        string literal = SymbolDisplay.FormatLiteral(name, quote: true);
        SourceEdit edit = mistake.SyntaxOf(mistake.Annotated?.Find(KnownNames.Attribute)) switch
        {
            null => Edit.Annotate(declaration, $"Attribute({literal})", mistake.Model),
            { ArgumentList.Arguments: [{ NameEquals: null } argument, ..] } => Edit.Replace(argument.Expression, literal),
            { ArgumentList: { Arguments: [var first, ..] } } => Edit.Insert(first.SyntaxTree, first.SpanStart, literal + ", "),
            var annotation => Edit.Replace(annotation, $"{annotation.Name}({literal})"),
        };
        yield return new Repair($"Store it in '{name}'", "Store it in the attribute", edit);
    }
}
