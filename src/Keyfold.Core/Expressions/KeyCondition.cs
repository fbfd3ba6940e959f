using Keyfold.Items;

namespace Keyfold.Expressions;

/// <summary>
/// Which items a Query reads: equality on every partition key attribute and, if wanted, conditions on the sort key attributes
/// from the left, a range only on the last one used. The backend checks the terms against the schema of the table or index.
/// </summary>
/// <param name="Terms">One term for each key attribute that is restricted; the order does not matter.</param>
public sealed record KeyCondition(Sequence<KeyTerm> Terms)
{
    /// <summary>All items of one partition key value.</summary>
    /// <param name="attributeName">The partition key attribute.</param>
    /// <param name="value">Its value.</param>
    public static KeyCondition Partition(string attributeName, AttributeValue value) =>
        new([new KeyTerm(attributeName, KeyOperator.Equal, value)]);

    /// <summary>This condition and one more term.</summary>
    public KeyCondition And(KeyTerm term) => new([.. Terms.AsSpan(), term]);
}

/// <summary>The comparisons that a key condition may use.</summary>
public enum KeyOperator
{
    /// <summary><c>=</c>.</summary>
    Equal,

    /// <summary><c>&lt;</c>.</summary>
    LessThan,

    /// <summary><c>&lt;=</c>.</summary>
    LessThanOrEqual,

    /// <summary><c>&gt;</c>.</summary>
    GreaterThan,

    /// <summary><c>&gt;=</c>.</summary>
    GreaterThanOrEqual,

    /// <summary><c>BETWEEN</c>, both bounds included.</summary>
    Between,

    /// <summary><c>begins_with</c>: string and binary sort keys.</summary>
    BeginsWith,
}

/// <summary>A restriction of one key attribute.</summary>
/// <param name="AttributeName">The key attribute's literal name.</param>
/// <param name="Operator">The comparison.</param>
/// <param name="Value">The value compared with; the lower bound of <see cref="KeyOperator.Between"/>.</param>
/// <param name="Upper">The upper bound of <see cref="KeyOperator.Between"/>; otherwise not used.</param>
public sealed record KeyTerm(string AttributeName, KeyOperator Operator, AttributeValue Value, AttributeValue Upper = default);
