using Keyfold.Items;

namespace Keyfold.Expressions;

/// <summary>
/// A condition on an item, or a filter of a Query or Scan, as a tree. Combine with <c>&amp;</c>, <c>|</c> and <c>!</c>; there is
/// no <c>&amp;&amp;</c>, since a tree cannot short-circuit. Evaluation follows "Comparison operator and function reference" of
/// DynamoDB's developer guide: a missing path makes every comparison false but <c>&lt;&gt;</c>, and so do values of different types.
/// </summary>
public abstract record Condition
{
    private protected Condition()
    {
    }

    /// <summary>True when both are.</summary>
    public static Condition operator &(Condition left, Condition right) => new And(left, right);

    /// <summary>True when one of them is.</summary>
    public static Condition operator |(Condition left, Condition right) => new Or(left, right);

    /// <summary>True when the condition is false.</summary>
    public static Condition operator !(Condition condition) => new Not(condition);

    /// <summary>Both; the named form of <c>&amp;</c>.</summary>
    public static Condition BitwiseAnd(Condition left, Condition right) => left & right;

    /// <summary>Either; the named form of <c>|</c>.</summary>
    public static Condition BitwiseOr(Condition left, Condition right) => left | right;

    /// <summary>The opposite; the named form of <c>!</c>.</summary>
    public static Condition LogicalNot(Condition condition) => !condition;
}

/// <summary>The six comparators of DynamoDB's expressions.</summary>
public enum ComparisonOperator
{
    /// <summary><c>=</c>: deep equality, any type.</summary>
    Equal,

    /// <summary><c>&lt;&gt;</c>: true also when a side is missing or the types differ.</summary>
    NotEqual,

    /// <summary><c>&lt;</c>: strings, numbers and binaries.</summary>
    LessThan,

    /// <summary><c>&lt;=</c>: strings, numbers and binaries.</summary>
    LessThanOrEqual,

    /// <summary><c>&gt;</c>: strings, numbers and binaries.</summary>
    GreaterThan,

    /// <summary><c>&gt;=</c>: strings, numbers and binaries.</summary>
    GreaterThanOrEqual,
}

/// <summary><c>left operator right</c>.</summary>
public sealed record Comparison(Operand Left, ComparisonOperator Operator, Operand Right) : Condition;

/// <summary><c>value BETWEEN lower AND upper</c>, both bounds included.</summary>
public sealed record Between(Operand Value, Operand Lower, Operand Upper) : Condition;

/// <summary><c>value IN (candidates)</c>; at most <see cref="Limits.InOperandsMax"/> candidates.</summary>
public sealed record In(Operand Value, Sequence<Operand> Candidates) : Condition;

/// <summary><c>attribute_exists(path)</c>; a NULL exists.</summary>
public sealed record AttributeExists(DocumentPath Path) : Condition;

/// <summary><c>attribute_not_exists(path)</c>.</summary>
public sealed record AttributeNotExists(DocumentPath Path) : Condition;

/// <summary><c>attribute_type(value, type)</c>.</summary>
public sealed record AttributeTypeIs(Operand Value, AttributeType Type) : Condition;

/// <summary><c>begins_with(value, prefix)</c>: string on string or binary on binary.</summary>
public sealed record BeginsWith(Operand Value, Operand Prefix) : Condition;

/// <summary><c>contains(container, value)</c>: a substring, a member of a set or an element of a list.</summary>
public sealed record Contains(Operand Container, Operand Value) : Condition;

/// <summary>Both conditions hold.</summary>
public sealed record And(Condition Left, Condition Right) : Condition;

/// <summary>One of the conditions holds.</summary>
public sealed record Or(Condition Left, Condition Right) : Condition;

/// <summary>The condition does not hold.</summary>
public sealed record Not(Condition Operand) : Condition;
