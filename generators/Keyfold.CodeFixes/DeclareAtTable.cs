using System.Composition;
using Keyfold.Generator;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.CodeFixes;

/// <summary>Declares at the table what one of its entities takes for granted.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class DeclareAtTable() : RepairProvider("KF104", "KF123", "KF125", "KF128", "KF129", "KF201", "KF203")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (mistake.Type is not { } type)
        {
            return [];
        }

        INamedTypeSymbol table = EntityParser.TableOf(type) ?? type;
        return mistake.Id switch
        {
            "KF104" => MakeTable(mistake, table),
            "KF201" => DeclareIndex(mistake, table),
            "KF123" or "KF128" => Declare(mistake, table.Find(KnownNames.Table), "SortKey", "null"),
            "KF203" => Declare(mistake, FindIndex(table, mistake.Word(0)), "SortKey", "null"),
            "KF125" => Declare(mistake, FindOwner(mistake, table), mistake.Word(6), SymbolDisplay.FormatLiteral(mistake.Word(2), quote: true)),

            // The message proposes: declare SortKey = "Number".
            "KF129" when mistake.Word(4).Split(' ') is ["declare", var argument, "=", var value] =>
                Declare(mistake, FindOwner(mistake, table), argument, value),
            _ => [],
        };
    }

    private static IEnumerable<Repair> MakeTable(Mistake mistake, INamedTypeSymbol table)
    {
        if (Declaration(mistake, table) is { } declaration)
        {
            string name = table.Name.EndsWith("Table", StringComparison.Ordinal) ? table.Name.Substring(0, table.Name.Length - "Table".Length) : table.Name;
            string annotation = $"Table(\"{name.ToLowerInvariant()}\")";
            SourceEdit edit = Edit.Annotate(declaration, annotation, mistake.Model);
            bool isPartial = declaration.Modifiers.Any(SyntaxKind.PartialKeyword);
            yield return new Repair(
                $"Add [{annotation}] to '{table.Name}'", "Add [Table]", isPartial ? [edit] : [edit, Edit.MakePartial(declaration)]);
        }
    }

    private static IEnumerable<Repair> DeclareIndex(Mistake mistake, INamedTypeSymbol table)
    {
        if (Declaration(mistake, table) is { } declaration)
        {
            string annotation = mistake.Word(3);
            yield return new Repair(
                $"Add {annotation} to '{table.Name}'", "Declare the index", Edit.Annotate(declaration, annotation.Trim('[', ']'), mistake.Model));
        }
    }

    private static IEnumerable<Repair> Declare(Mistake mistake, AttributeData? annotation, string argument, string value)
    {
        bool declaresSeveral = annotation?.Texts(argument + "s") is not null;
        if (mistake.SyntaxOf(annotation) is { } syntax && !declaresSeveral)
        {
            string owner = annotation!.Text(0) ?? "";
            yield return new Repair($"Declare {argument} = {value} at '{owner}'", "Declare " + argument, Edit.SetArgument(syntax, argument, value));
        }
    }

    /// <summary>The annotation that declares the table, or the index, of whose key the mistake is.</summary>
    private static AttributeData? FindOwner(Mistake mistake, INamedTypeSymbol table) =>
        mistake.AnnotationData?.Text("Index") is { } index ? FindIndex(table, index) : table.Find(KnownNames.Table);

    private static AttributeData? FindIndex(INamedTypeSymbol table, string name) =>
        table.FindAll(KnownNames.GlobalSecondaryIndex).FirstOrDefault(index => index.Text(0) == name);

    private static TypeDeclarationSyntax? Declaration(Mistake mistake, INamedTypeSymbol type) => type.DeclaringSyntaxReferences
        .Select(reference => reference.GetSyntax(mistake.CancellationToken))
        .OfType<TypeDeclarationSyntax>()
        .FirstOrDefault();
}
