using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>The types that are stored as a list, a map or a set.</summary>
internal static class CollectionTypes
{
    public static CollectionType? Find(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol { IsSZArray: true } array)
        {
            return new CollectionType(ValueKind.List, CollectionKind.Array, array.ElementType, Key: null);
        }

        if (type is not INamedTypeSymbol { IsGenericType: true } named || !IsCollectionsNamespace(named.ContainingNamespace))
        {
            return null;
        }

        return (named.MetadataName, named.TypeArguments) switch
        {
            ("List`1" or "IList`1" or "ICollection`1" or "IReadOnlyList`1" or "IReadOnlyCollection`1" or "IEnumerable`1", [var element]) =>
                new CollectionType(ValueKind.List, CollectionKind.List, element, Key: null),
            ("ImmutableArray`1", [var element]) => new CollectionType(ValueKind.List, CollectionKind.ImmutableArray, element, Key: null),
            ("HashSet`1" or "ISet`1" or "IReadOnlySet`1", [var element]) => new CollectionType(ValueKind.Set, CollectionKind.HashSet, element, Key: null),
            ("Dictionary`2" or "IDictionary`2" or "IReadOnlyDictionary`2", [var key, var element]) =>
                new CollectionType(ValueKind.Map, CollectionKind.Dictionary, element, key),
            _ => null,
        };
    }

    private static bool IsCollectionsNamespace(INamespaceSymbol space) =>
        space is { Name: "Generic" or "Immutable", ContainingNamespace: { Name: "Collections", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } };
}

/// <summary>A collection's kind, class, element type and, of a dictionary, key type.</summary>
internal sealed record CollectionType(ValueKind Kind, CollectionKind Class, ITypeSymbol Element, ITypeSymbol? Key);
