using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Keyfold.Generator.Parsing;

/// <summary>The names of generated members, and which names are allowed where.</summary>
internal static class Names
{
    /// <summary>The plural of an English noun: Invoices, Categories, Boxes. A noun that looks like one already stays: Settings.</summary>
    public static string Plural(string noun)
    {
        bool Ends(string ending) => noun.EndsWith(ending, StringComparison.Ordinal);

        if (Ends("y") && noun.Length > 1 && !"aeiou".Contains(noun[noun.Length - 2]))
        {
            return noun.Substring(0, noun.Length - 1) + "ies";
        }

        if (Ends("s") && !Ends("ss") && !Ends("us") && !Ends("is"))
        {
            return noun;
        }

        return Ends("s") || Ends("x") || Ends("z") || Ends("ch") || Ends("sh") ? noun + "es" : noun + "s";
    }

    /// <summary>A parameter's name for a property: <c>customerId</c>, <c>@event</c>.</summary>
    public static string Parameter(string property)
    {
        string name = char.ToLowerInvariant(property[0]) + property.Substring(1);
        return SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None ? "@" + name : name;
    }

    /// <summary>The name of an index or an attribute as a part of an identifier.</summary>
    public static string Identifier(string name) => string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : '_'));

    public static bool IsIdentifier(string name) => SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;

    /// <summary>DynamoDB's rule for the names of tables and indexes.</summary>
    public static bool IsTableOrIndexName(string name) =>
        name.Length is >= 3 and <= 255 && name.All(c => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '.');

    /// <summary>DynamoDB's rule for the names of key attributes.</summary>
    public static bool IsKeyAttributeName(string name) => Encoding.UTF8.GetByteCount(name) is >= 1 and <= 255;

    /// <summary>A type as C# in any file, without nullability of its own.</summary>
    public static string FullName(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.NotAnnotated).ToDisplayString(FullyQualified);

    /// <summary>A type as a message names it.</summary>
    public static string ShortName(ITypeSymbol type) => type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat);

    /// <summary>How a type is to be declared to exclude null.</summary>
    public static string NotNullable(ITypeSymbol type) => ShortName(type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
        ? nullable.TypeArguments[0]
        : type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));

    private static readonly SymbolDisplayFormat FullyQualified = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);
}
