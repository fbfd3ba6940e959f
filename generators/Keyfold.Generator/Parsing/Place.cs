using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Keyfold.Generator.Parsing;

/// <summary>
/// Where a mistake is: at a symbol's name, at one of its attributes, or at an argument of one. The location is computed only when it is reported.
/// </summary>
/// <param name="Symbol">The symbol.</param>
/// <param name="Attribute">The attribute; null for the symbol itself.</param>
/// <param name="Position">The position of an argument without a name; -1 for none.</param>
/// <param name="Name">The name of an argument like <c>Name = …</c>; null for none.</param>
internal readonly record struct Place(ISymbol Symbol, AttributeData? Attribute = null, int Position = -1, string? Name = null)
{
    public Location ToLocation(CancellationToken cancellationToken)
    {
        if (Attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax attribute)
        {
            return (FindArgument(attribute) ?? (SyntaxNode)attribute).GetLocation();
        }

        return Symbol.Locations.FirstOrDefault(location => location.IsInSource) ?? Location.None;
    }

    private AttributeArgumentSyntax? FindArgument(AttributeSyntax attribute)
    {
        if (attribute.ArgumentList is not { } list)
        {
            return null;
        }

        if (Name is { } name)
        {
            return list.Arguments.FirstOrDefault(argument => argument.NameEquals?.Name.Identifier.ValueText == name);
        }

        if (Position >= 0 && Attribute?.AttributeConstructor?.Parameters is { } parameters && Position < parameters.Length)
        {
            string parameter = parameters[Position].Name;
            if (list.Arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter) is { } named)
            {
                return named;
            }
        }

        return Position >= 0 && Position < list.Arguments.Count && list.Arguments[Position] is { NameEquals: null, NameColon: null } ordinary ? ordinary : null;
    }
}
