using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Reads Keyfold's attributes from symbols. Attributes in broken code may lack arguments: then the answer is null.</summary>
internal static class Annotations
{
    public static AttributeData? Find(this ISymbol symbol, string name) => symbol.FindAll(name).FirstOrDefault();

    public static IEnumerable<AttributeData> FindAll(this ISymbol symbol, string name) =>
        symbol.GetAttributes().Where(attribute => attribute.AttributeClass is { } type && IsKeyfold(type, name));

    public static bool Has(this ISymbol symbol, string name) => symbol.Find(name) is not null;

    /// <summary>Whether a type is the one of this metadata name in the <c>Keyfold</c> namespace.</summary>
    public static bool IsKeyfold(ITypeSymbol type, string name) =>
        type.MetadataName == name && type.ContainingNamespace is { Name: KnownNames.Namespace, ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether a type is in <c>Keyfold</c> or a namespace inside of it, and has this metadata name.</summary>
    public static bool IsInKeyfold(ITypeSymbol type, string name)
    {
        INamespaceSymbol? space = type.ContainingNamespace;
        while (space is { ContainingNamespace: { IsGlobalNamespace: false } outer })
        {
            space = outer;
        }

        return type.MetadataName == name && space?.Name == KnownNames.Namespace;
    }

    public static string? Text(this AttributeData attribute, int position) =>
        position < attribute.ConstructorArguments.Length ? Primitive(attribute.ConstructorArguments[position]) as string : null;

    /// <summary>Gives a named argument's text, and whether it is written at all: an explicit null differs from none.</summary>
    public static bool TryText(this AttributeData attribute, string name, out string? text)
    {
        bool found = attribute.TryNamed(name, out TypedConstant value);
        text = found ? Primitive(value) as string : null;
        return found;
    }

    public static string? Text(this AttributeData attribute, string name) => attribute.TryText(name, out string? text) ? text : null;

    public static IReadOnlyList<string>? Texts(this AttributeData attribute, string name) =>
        attribute.TryNamed(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Array, IsNull: false }
            ? [.. value.Values.Select(Primitive).OfType<string>()]
            : null;

    public static bool Flag(this AttributeData attribute, string name) => attribute.TryNamed(name, out TypedConstant value) && Primitive(value) is true;

    /// <summary>Gives a named argument of an enum type as its number; 0 where it is not written.</summary>
    public static int Choice(this AttributeData attribute, string name) =>
        attribute.TryNamed(name, out TypedConstant value) && value is { Kind: TypedConstantKind.Enum, Value: int number } ? number : 0;

    /// <summary>An attribute as a message names it: <c>[SortKey]</c>.</summary>
    public static string Written(AttributeData annotation) => Written(annotation.AttributeClass!.MetadataName);

    /// <summary>An attribute, by its metadata name, as a message names it.</summary>
    public static string Written(string name) => "[" + name.Substring(0, name.LastIndexOf("Attribute", StringComparison.Ordinal)) + "]";

    /// <summary>In broken code an argument can be an array where none is allowed, of which one must not ask the value.</summary>
    private static object? Primitive(TypedConstant constant) => constant.Kind == TypedConstantKind.Primitive ? constant.Value : null;

    private static bool TryNamed(this AttributeData attribute, string name, out TypedConstant value)
    {
        foreach (KeyValuePair<string, TypedConstant> argument in attribute.NamedArguments)
        {
            if (argument.Key == name)
            {
                value = argument.Value;
                return true;
            }
        }

        value = default;
        return false;
    }
}
