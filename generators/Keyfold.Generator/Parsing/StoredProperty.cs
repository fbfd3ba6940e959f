using Keyfold.Generator.Model;
using Microsoft.CodeAnalysis;

namespace Keyfold.Generator.Parsing;

/// <summary>A property that is stored, while its symbol is still at hand.</summary>
internal sealed record StoredProperty(IPropertySymbol Symbol, string Attribute, ValueModel Value, PropertyRole Role, bool RoundsUp)
{
    /// <summary>Whether the type says that null is allowed. Code without nullable annotations does not say, and what is in a key is not null then.</summary>
    public bool IsDeclaredNullable => Value.IsNullable && !IsUndecided(Symbol);

    /// <summary>The property as a part of a primary key, which is never null.</summary>
    public StoredProperty InPrimaryKey => this with { Value = Value with { IsNullable = false } };

    public StoredType StoredType => Role == PropertyRole.TimeToLive ? StoredType.Number : Value.StoredType;

    /// <summary>Whether a property is a reference in code without nullable annotations: nobody has promised that it is not null.</summary>
    public static bool IsUndecided(IPropertySymbol property) => property.Type is { IsReferenceType: true, NullableAnnotation: NullableAnnotation.None };
}
