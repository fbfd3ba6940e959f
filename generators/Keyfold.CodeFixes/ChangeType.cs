using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.CodeFixes;

/// <summary>Declares a property with the type that it must have.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
[Shared]
public sealed class ChangeType() : RepairProvider("KF116", "KF143", "KF150", "KF152")
{
    private protected override IEnumerable<Repair> FindRepairs(Mistake mistake)
    {
        string name = mistake.Word(1);
        SyntaxNode? declaration = mistake.FindProperty(name)?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(mistake.CancellationToken);
        TypeSyntax? type = declaration switch
        {
            PropertyDeclarationSyntax property => property.Type,
            ParameterSyntax parameter => parameter.Type,
            _ => null,
        };
        return (mistake.Id, type) switch
        {
            (_, null) => [],
            ("KF116", NullableTypeSyntax nullable) => [NotNullable(name, declaration!, nullable, mistake)],
            ("KF143", _) => Lists(type),
            ("KF150", _) => [Declare(name, type, "long")],
            ("KF152", _) => [Declare(name, type, IsSystemInScope(type, mistake) ? "DateTimeOffset" : "System.DateTimeOffset")],
            _ => [],
        };
    }

    private static Repair Declare(string name, TypeSyntax type, string repaired)
    {
        string nullable = type is NullableTypeSyntax && repaired != "long" ? "?" : "";
        return new Repair($"Declare '{name}' as {repaired}{nullable}", "Declare as " + repaired, Edit.Replace(type, repaired + nullable));
    }

    private static Repair NotNullable(string name, SyntaxNode declaration, NullableTypeSyntax type, Mistake mistake)
    {
        string element = type.ElementType.ToString();
        SourceEdit edit = Edit.Replace(type, element);
        bool mustBeSet = declaration is PropertyDeclarationSyntax { Initializer: null, AccessorList.Accessors: { Count: > 1 } } property
            && !property.Modifiers.Any(SyntaxKind.RequiredKeyword)
            && mistake.FindProperty(name) is { Type.IsReferenceType: true };
        return mustBeSet
            ? new Repair($"Declare '{name}' as required {element}", "Declare as not nullable", Edit.Replace(type, "required " + element))
            : new Repair($"Declare '{name}' as {element}", "Declare as not nullable", edit);
    }

    /// <summary>Makes a list of a set. A property whose initial value is made as a set is left to its author.</summary>
    private static IEnumerable<Repair> Lists(TypeSyntax type)
    {
        GenericNameSyntax? set = type.DescendantNodesAndSelf().OfType<GenericNameSyntax>().FirstOrDefault(name => ListFor(name) is not null);
        if (set is not null && type.Parent is not PropertyDeclarationSyntax { Initializer.Value: ObjectCreationExpressionSyntax })
        {
            string list = ListFor(set)!;
            yield return new Repair($"Declare as {list}{set.TypeArgumentList}", "Declare as a list", Edit.Replace(set.SyntaxTree, set.Identifier.Span, list));
        }
    }

    private static string? ListFor(GenericNameSyntax set) => set.Identifier.ValueText switch
    {
        "HashSet" => "List",
        "ISet" => "IList",
        "IReadOnlySet" => "IReadOnlyList",
        _ => null,
    };

    private static bool IsSystemInScope(TypeSyntax type, Mistake mistake) =>
        mistake.Model.Compilation.GetSemanticModel(type.SyntaxTree).LookupNamespacesAndTypes(type.SpanStart, name: "DateTimeOffset").Length > 0;
}
