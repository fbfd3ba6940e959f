using System.Composition;
using Keyfold.Generator;
using Keyfold.Generator.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.CodeFixes;

/// <summary>Corrects the name of an index that is misspelt, or of an entity that has another's.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class CorrectName() : RepairProvider("KF132", "KF201")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        if (mistake is not { Argument: { } argument, Type: { } type })
        {
            yield break;
        }

        string? name = mistake.Id == "KF132" ? mistake.Word(1) : Spelling.Nearest(mistake.Word(1), Indexes(EntityParser.TableOf(type) ?? type));
        if (name is not null && name != mistake.Word(2))
        {
            yield return new Repair($"Write \"{name}\"", "Correct the name", Edit.Replace(argument.Expression, SymbolDisplay.FormatLiteral(name, quote: true)));
        }
    }

    private static IEnumerable<string> Indexes(INamedTypeSymbol table) => table.FindAll(KnownNames.GlobalSecondaryIndex)
        .Concat(table.FindAll(KnownNames.LocalSecondaryIndex))
        .Select(index => index.Text(0))
        .OfType<string>();
}
