using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.Generator.Parsing;

/// <summary>Checks that a type can get a generated part, and says how that part is declared.</summary>
internal static class TypeParser
{
    public static TypeModel Parse(INamedTypeSymbol type, Findings findings, CancellationToken cancellationToken)
    {
        if (!IsPartial(type, cancellationToken))
        {
            findings.Add(Diagnostics.NotPartial, new Place(type), type.Name);
        }

        string? reason = WhyUnsuitable(type);
        if (reason is not null)
        {
            findings.Add(Diagnostics.UnsuitableType, new Place(type), type.Name, reason);
        }

        var containing = new List<string>();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            if (!IsPartial(outer, cancellationToken))
            {
                findings.Add(Diagnostics.ContainingTypeNotPartial, new Place(outer), outer.Name, type.Name);
            }

            containing.Insert(0, Keyword(outer) + " " + outer.Name);
        }

        return new TypeModel(
            type.Name,
            type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(),
            Keyword(type),
            containing.ToEquatableArray(),
            Names.FullName(type),
            type.IsValueType,
            IsPublic(type),
            CanHaveParts: reason is null && type.Name.Length > 0);
    }

    private static string? WhyUnsuitable(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            if (outer.IsGenericType)
            {
                return "generic";
            }
        }

        return type switch
        {
            { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal } =>
                "hidden inside of another type",
            { IsStatic: true } => "static",
            { IsAbstract: true } => "abstract",
            { IsRefLikeType: true } => "a ref struct",
            { IsFileLocal: true } => "visible in its file alone",
            _ => null,
        };
    }

    /// <summary>Whether another declaration can be added. All must say so: the generated one, which an analyzer sees too, always does.</summary>
    public static bool IsPartial(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        type.DeclaringSyntaxReferences.All(reference =>
            reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && declaration.Modifiers.Any(SyntaxKind.PartialKeyword));

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));

    private static string Keyword(INamedTypeSymbol type) => (type.IsRecord, type.TypeKind) switch
    {
        (true, TypeKind.Struct) => "record struct",
        (true, _) => "record",
        (_, TypeKind.Struct) => "struct",
        (_, TypeKind.Interface) => "interface",
        _ => "class",
    };
}
