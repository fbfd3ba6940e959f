using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Finds what a property's converter stores.</summary>
internal static class ConverterParser
{
    public static ValueModel? Parse(INamedTypeSymbol type, IPropertySymbol property, AttributeData annotation, Findings findings)
    {
        if (annotation.AttributeClass?.TypeArguments is not [INamedTypeSymbol { TypeKind: not TypeKind.Error } converter])
        {
            return null;
        }

        ITypeSymbol value = property.Type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable
            ? nullable.TypeArguments[0]
            : property.Type;
        List<INamedTypeSymbol> matches =
        [
            .. converter.AllInterfaces.Where(candidate => Annotations.IsKeyfold(candidate, KnownNames.ConverterInterface)
                && SymbolEqualityComparer.Default.Equals(candidate.TypeArguments[0], value)),
        ];
        if (matches is not [var match])
        {
            findings.Add(
                Diagnostics.WrongConverter, new Place(property, annotation), type.Name, property.Name, Names.ShortName(value), Names.ShortName(converter));
            return null;
        }

        ITypeSymbol storedType = match.TypeArguments[1].WithNullableAnnotation(NullableAnnotation.NotAnnotated);
        if (ValueParser.Parse(storedType, enumAsNumber: false, out Refusal refusal) is not { } stored)
        {
            findings.Add(refusal, new Place(property, annotation), type, property);
            return null;
        }

        bool isNullable = property.Type.IsReferenceType
            ? property.Type.NullableAnnotation != NullableAnnotation.NotAnnotated
            : !ReferenceEquals(value, property.Type);
        return new ValueModel(
            ValueKind.Converted, Names.FullName(value), value.IsValueType, isNullable, stored, Converter: Names.FullName(converter));
    }
}
