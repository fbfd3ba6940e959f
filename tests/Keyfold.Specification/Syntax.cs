using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Specification;

/// <summary>Short forms of expression trees, so that a test reads like DynamoDB's text.</summary>
public static class Syntax
{
    /// <summary>A path: an attribute's name, then names of members (strings) and positions of elements (integers).</summary>
    public static DocumentPath At(string attributeName, params ReadOnlySpan<object> steps)
    {
        DocumentPath path = attributeName;
        foreach (object step in steps)
        {
            path = step is int index ? path.Element(index) : path.Member((string)step);
        }

        return path;
    }

    /// <summary>The value at a path, in a condition.</summary>
    public static Operand ValueAt(string attributeName, params ReadOnlySpan<object> steps) => new PathOperand(At(attributeName, steps));

    /// <summary>A literal, in a condition.</summary>
    public static Operand Literal(AttributeValue value) => new ValueOperand(value);

    /// <summary><c>attribute = value</c>.</summary>
    public static Condition IsEqual(string attributeName, AttributeValue value) =>
        new Comparison(ValueAt(attributeName), ComparisonOperator.Equal, Literal(value));

    /// <summary><c>SET path = value</c>.</summary>
    public static UpdateAction Set(DocumentPath path, AttributeValue value) => new SetAction(path, new UpdateValue(value));

    /// <summary><c>SET path = operand</c>.</summary>
    public static UpdateAction Set(DocumentPath path, UpdateOperand operand) => new SetAction(path, operand);

    /// <summary><c>REMOVE path</c>.</summary>
    public static UpdateAction Remove(DocumentPath path) => new RemoveAction(path);

    /// <summary><c>ADD path value</c>.</summary>
    public static UpdateAction Add(DocumentPath path, AttributeValue value) => new AddAction(path, value);

    /// <summary><c>DELETE path value</c>.</summary>
    public static UpdateAction Delete(DocumentPath path, AttributeValue value) => new DeleteAction(path, value);

    /// <summary>The old value at a path, on the right-hand side of a SET.</summary>
    public static UpdateOperand Old(string attributeName, params ReadOnlySpan<object> steps) => new UpdatePath(At(attributeName, steps));

    /// <summary>A literal, on the right-hand side of a SET.</summary>
    public static UpdateOperand New(AttributeValue value) => new UpdateValue(value);

    /// <summary>A list of the integers.</summary>
    public static AttributeValue Numbers(params ReadOnlySpan<int> numbers)
    {
        var elements = new AttributeValue[numbers.Length];
        for (int i = 0; i < elements.Length; i++)
        {
            elements[i] = numbers[i];
        }

        return AttributeValue.List(elements);
    }
}
