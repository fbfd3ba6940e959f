using Keyfold.Expressions;
using Keyfold.Fields;
using Keyfold.Items;

namespace Keyfold;

/// <summary>Conditions that every field has.</summary>
public static class FieldConditions
{
    /// <summary>The item has the attribute, be it NULL.</summary>
    public static Condition Exists<TField>(this TField field)
        where TField : struct, IField => new AttributeExists(field.Path);

    /// <summary>The item lacks the attribute. A property that is null is stored so.</summary>
    public static Condition NotExists<TField>(this TField field)
        where TField : struct, IField => new AttributeNotExists(field.Path);

    /// <summary>The attribute is there and NULL, as an element of a list can be, or what another program wrote.</summary>
    public static Condition IsNull<TField>(this TField field)
        where TField : struct, IField => field.TypeIs(AttributeType.Null);

    /// <summary>The attribute is there and of a type.</summary>
    public static Condition TypeIs<TField>(this TField field, AttributeType type)
        where TField : struct, IField => new AttributeTypeIs(new PathOperand(field.Path), type);

    /// <summary>Both attributes are there and equal.</summary>
    public static Condition EqualTo<TField>(this TField field, TField other)
        where TField : struct, IField => Compare(field, ComparisonOperator.Equal, other);

    /// <summary>The attributes differ, or one is missing.</summary>
    public static Condition NotEqualTo<TField>(this TField field, TField other)
        where TField : struct, IField => Compare(field, ComparisonOperator.NotEqual, other);

    /// <summary>Both are there, and this one is less in the order of what is stored.</summary>
    public static Condition LessThan<TField>(this TField field, TField other)
        where TField : struct, IOrderedField => Compare(field, ComparisonOperator.LessThan, other);

    /// <summary>Both are there, and this one is less or equal in the order of what is stored.</summary>
    public static Condition LessThanOrEqualTo<TField>(this TField field, TField other)
        where TField : struct, IOrderedField => Compare(field, ComparisonOperator.LessThanOrEqual, other);

    /// <summary>Both are there, and this one is greater in the order of what is stored.</summary>
    public static Condition GreaterThan<TField>(this TField field, TField other)
        where TField : struct, IOrderedField => Compare(field, ComparisonOperator.GreaterThan, other);

    /// <summary>Both are there, and this one is greater or equal in the order of what is stored.</summary>
    public static Condition GreaterThanOrEqualTo<TField>(this TField field, TField other)
        where TField : struct, IOrderedField => Compare(field, ComparisonOperator.GreaterThanOrEqual, other);

    private static Comparison Compare<TField>(TField field, ComparisonOperator comparison, TField other)
        where TField : struct, IField => new(new PathOperand(field.Path), comparison, new PathOperand(other.Path));
}
