using System.ComponentModel;
using Keyfold.Expressions;

namespace Keyfold.Fields;

/// <summary>
/// The size of a field: bytes of a string or binary value; elements of a set, list or map. A missing attribute has none: nothing is true of it.
/// </summary>
public readonly struct SizeField
{
    private readonly DocumentPath _path;

    internal SizeField(DocumentPath path) => _path = path;

    /// <summary>The size is equal to a number.</summary>
    public static Condition operator ==(SizeField field, int value) => field.Is(ComparisonOperator.Equal, value);

    /// <summary>The size is not equal to a number, or the attribute is missing.</summary>
    public static Condition operator !=(SizeField field, int value) => field.Is(ComparisonOperator.NotEqual, value);

    /// <summary>The size is less than a number.</summary>
    public static Condition operator <(SizeField field, int value) => field.Is(ComparisonOperator.LessThan, value);

    /// <summary>The size is greater than a number.</summary>
    public static Condition operator >(SizeField field, int value) => field.Is(ComparisonOperator.GreaterThan, value);

    /// <summary>The size is less than or equal to a number.</summary>
    public static Condition operator <=(SizeField field, int value) => field.Is(ComparisonOperator.LessThanOrEqual, value);

    /// <summary>The size is greater than or equal to a number.</summary>
    public static Condition operator >=(SizeField field, int value) => field.Is(ComparisonOperator.GreaterThanOrEqual, value);

    /// <summary>The size is between two numbers, both included.</summary>
    public Condition Between(int lower, int upper) =>
        new Between(new SizeOperand(new PathOperand(_path)), new ValueOperand(lower), new ValueOperand(upper));

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is SizeField other && _path.Equals(other._path);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _path.GetHashCode();

    private Comparison Is(ComparisonOperator comparison, int value) =>
        new(new SizeOperand(new PathOperand(_path)), comparison, new ValueOperand(value));
}
