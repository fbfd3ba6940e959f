using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>
/// What a key condition asks for, in the order of the key schema: a value for each partition key attribute, values for the first sort key attributes, and at
/// most one range on the sort key attribute after those. The engine turns it into the bytes where a read starts and ends.
/// </summary>
/// <remarks>It points into the condition, so that nothing is copied or allocated.</remarks>
internal readonly struct KeyRange
{
    private const int BitsPerTerm = 8;

    private readonly Sequence<KeyTerm> _terms;
    private readonly ulong _order;

    /// <param name="terms">The terms.</param>
    /// <param name="partitionCount">The number of partition key attributes.</param>
    /// <param name="order">For each restricted key attribute in the schema's order, its term; at most eight, one byte each.</param>
    internal KeyRange(Sequence<KeyTerm> terms, int partitionCount, ulong order)
    {
        _terms = terms;
        PartitionCount = partitionCount;
        _order = order;
    }

    /// <summary>The number of restricted key attributes: all of the partition key, then the sort key from the left.</summary>
    public int Count => _terms.Count;

    /// <summary>The number of partition key attributes.</summary>
    public int PartitionCount { get; }

    /// <summary>The number of sort key attributes, from the left, that must equal a value.</summary>
    public int SortEqualCount => Count - PartitionCount - (HasRange ? 1 : 0);

    /// <summary>Whether the sort key attribute after those is restricted by anything but equality; if not, it may have any value.</summary>
    public bool HasRange => Count > PartitionCount && Term(Count - 1).Operator != KeyOperator.Equal;

    /// <summary>The restriction of that attribute.</summary>
    /// <exception cref="InvalidOperationException"><see cref="HasRange"/> is false.</exception>
    public KeyTerm Range => HasRange ? Term(Count - 1) : throw new InvalidOperationException("The key condition has equalities only.");

    /// <summary>The value of a partition key attribute.</summary>
    /// <param name="position">Its position in the schema.</param>
    public AttributeValue PartitionValue(int position) => Term(position).Value;

    /// <summary>The value that a sort key attribute must equal.</summary>
    /// <param name="position">Its position in the schema, below <see cref="SortEqualCount"/>.</param>
    public AttributeValue SortValue(int position) => Term(PartitionCount + position).Value;

    internal KeyTerm Term(int position) => _terms[(int)(byte)(_order >> (position * BitsPerTerm))];

    /// <summary>An order with one more attribute.</summary>
    internal static ulong Append(ulong order, int position, int term) => order | ((ulong)(byte)term << (position * BitsPerTerm));
}
