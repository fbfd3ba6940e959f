using Keyfold.Items;

namespace Keyfold.Expressions;

/// <summary>What a condition compares: a path, a value, or the size of one of them.</summary>
public abstract record Operand
{
    private protected Operand()
    {
    }
}

/// <summary>The value at a path of the item; missing when the path does not resolve.</summary>
/// <param name="Path">Where the value is.</param>
public sealed record PathOperand(DocumentPath Path) : Operand;

/// <summary>A value given with the request.</summary>
/// <param name="Value">The value.</param>
public sealed record ValueOperand(AttributeValue Value) : Operand;

/// <summary>DynamoDB's <c>size</c> function: UTF-8 bytes of a string, bytes of a binary, elements of a set, list or map.</summary>
/// <param name="Of">What is measured; anything else, or a missing path, behaves as a missing operand.</param>
public sealed record SizeOperand(Operand Of) : Operand;
