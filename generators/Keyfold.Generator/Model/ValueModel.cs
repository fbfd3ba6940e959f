namespace Keyfold.Generator.Model;

/// <summary>The type of a property, an element or a stored value, and how it is stored.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Type">The C# type with <c>global::</c>, without its own nullability.</param>
/// <param name="IsValueType">Whether it is a struct or an enum.</param>
/// <param name="IsNullable">Whether null is one of its values.</param>
/// <param name="Element">Of a list, a map or a set: its element. Of a converted value: what is stored.</param>
/// <param name="Collection">Of a list, a map or a set: which class it is.</param>
/// <param name="Enum">Of an enum: its members.</param>
/// <param name="Converter">Of a converted value: its converter's type.</param>
internal sealed record ValueModel(
    ValueKind Kind,
    string Type,
    bool IsValueType,
    bool IsNullable,
    ValueModel? Element = null,
    CollectionKind Collection = CollectionKind.None,
    EnumModel? Enum = null,
    string? Converter = null)
{
    /// <summary>The C# type as it is declared.</summary>
    public string DeclaredType => IsNullable ? Type + "?" : Type;

    /// <summary>The value in the end: what a converter stores, and otherwise the value itself.</summary>
    public ValueModel Stored => Kind == ValueKind.Converted ? Element!.Stored : this;

    public StoredType StoredType => Kind switch
    {
        ValueKind.Converted => Element!.StoredType,
        ValueKind.AttributeValue => StoredType.Any,
        ValueKind.Boolean => StoredType.Boolean,
        ValueKind.Bytes or ValueKind.Memory => StoredType.Binary,
        ValueKind.Document or ValueKind.Map => StoredType.Map,
        ValueKind.List => StoredType.List,
        ValueKind.Set => Element!.StoredType switch
        {
            StoredType.Number => StoredType.NumberSet,
            StoredType.Binary => StoredType.BinarySet,
            _ => StoredType.StringSet,
        },
        ValueKind.EnumNumber or ValueKind.TimeSpan => StoredType.Number,
        _ => Kind.IsNumber() ? StoredType.Number : StoredType.String,
    };
}

internal static class ValueKindFacts
{
    public static bool IsInteger(this ValueKind kind) => kind is >= ValueKind.SByte and <= ValueKind.UInt128;

    public static bool IsNumber(this ValueKind kind) => kind is >= ValueKind.SByte and <= ValueKind.Decimal;

    public static bool IsFloatingPoint(this ValueKind kind) => kind is ValueKind.Half or ValueKind.Single or ValueKind.Double;

    public static bool IsTime(this ValueKind kind) => kind is >= ValueKind.DateTime and <= ValueKind.TimeOnly;

    public static bool IsText(this ValueKind kind) => kind is ValueKind.String or ValueKind.Char or ValueKind.Uri;
}
