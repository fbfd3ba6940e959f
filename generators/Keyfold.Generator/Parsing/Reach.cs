using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Finds types that generated code cannot name, since it stands in other types and another file.</summary>
internal static class Reach
{
    /// <summary>Gives the type that is out of reach, which may be an argument or an element; null for none.</summary>
    public static INamedTypeSymbol? FindHidden(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => FindHidden(array.ElementType),
        INamedTypeSymbol named => IsHidden(named) ? named : named.TypeArguments.Select(FindHidden).FirstOrDefault(hidden => hidden is not null),
        _ => null,
    };

    private static bool IsHidden(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
        {
            if (current.IsFileLocal || current.DeclaredAccessibility is Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal)
            {
                return true;
            }
        }

        return false;
    }
}
