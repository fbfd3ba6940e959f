using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>Decides how a C# type is stored.</summary>
internal static class ValueParser
{
    /// <summary>Gives the model of a type, or null and why there is none.</summary>
    public static ValueModel? Parse(ITypeSymbol type, bool enumAsNumber, out Refusal refusal)
    {
        refusal = default;
        if (type.TypeKind == TypeKind.Error)
        {
            refusal = new Refusal(Descriptor: null, type);
            return null;
        }

        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
        {
            return Parse(nullable.TypeArguments[0], enumAsNumber, out refusal) is { } underlying ? underlying with { IsNullable = true } : null;
        }

        bool isNullable = type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.Annotated };
        string name = Names.FullName(type);
        if (ScalarTypes.Find(type) is { } scalar)
        {
            return new ValueModel(scalar, name, type.IsValueType, isNullable);
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } @enum)
        {
            return new ValueModel(enumAsNumber ? ValueKind.EnumNumber : ValueKind.EnumName, name, IsValueType: true, isNullable, Enum: ParseEnum(@enum));
        }

        if (CollectionTypes.Find(type) is { } collection)
        {
            return ParseCollection(type, collection, name, isNullable, enumAsNumber, out refusal);
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, IsTupleType: false } named)
        {
            if (named.Has(KnownNames.Entity))
            {
                refusal = new Refusal(Diagnostics.EntityNested, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated));
                return null;
            }

            if (named.Has(KnownNames.Document))
            {
                return new ValueModel(ValueKind.Document, name, type.IsValueType, isNullable);
            }

            bool isOurs = named.DeclaringSyntaxReferences.Length > 0;
            refusal = isOurs
                ? new Refusal(Diagnostics.DocumentMissing, type.WithNullableAnnotation(NullableAnnotation.NotAnnotated))
                : new Refusal(Diagnostics.UnsupportedType, type);
            return null;
        }

        refusal = new Refusal(Diagnostics.UnsupportedType, type);
        return null;
    }

    private static ValueModel? ParseCollection(
        ITypeSymbol type, CollectionType collection, string name, bool isNullable, bool enumAsNumber, out Refusal refusal)
    {
        if (collection.Key is { SpecialType: not SpecialType.System_String })
        {
            refusal = new Refusal(Diagnostics.UnsupportedMapKey, collection.Key);
            return null;
        }

        if (Parse(collection.Element, enumAsNumber, out refusal) is not { } element)
        {
            return null;
        }

        if (collection.Kind == ValueKind.Set && (element.IsNullable || element.StoredType is not (StoredType.String or StoredType.Number or StoredType.Binary)))
        {
            refusal = new Refusal(Diagnostics.UnsupportedSet, collection.Element);
            return null;
        }

        return new ValueModel(collection.Kind, name, type.IsValueType, isNullable, element, collection.Class);
    }

    private static EnumModel ParseEnum(INamedTypeSymbol type)
    {
        var seen = new HashSet<object>();
        return new EnumModel(
            type.EnumUnderlyingType!.ToDisplayString(),
            type.GetMembers().OfType<IFieldSymbol>()
                .Where(field => field.ConstantValue is not null)
                .Select(field => new EnumMemberModel(field.Name, IsAlias: !seen.Add(field.ConstantValue!)))
                .ToEquatableArray());
    }
}

/// <summary>
/// Why a type cannot be stored: the mistake, and the type that causes it, which may be an element's. No mistake for a type that does not exist: the compiler
/// says so.
/// </summary>
internal readonly record struct Refusal(DiagnosticDescriptor? Descriptor, ITypeSymbol Type);
