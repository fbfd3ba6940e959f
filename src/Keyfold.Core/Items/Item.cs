using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

/// <summary>
/// Named attribute values: an item, or the content of a map. Immutable, in ascending order of the names' UTF-8 bytes, equal to another item that has the same
/// attributes. It can be written as a collection expression: <c>[("PK", "CUSTOMER#1"), ("Total", 12)]</c>.
/// </summary>
/// <remarks>A sorted array, found in by binary search: an item has few attributes and is read more often than changed.</remarks>
[CollectionBuilder(typeof(Item), nameof(Create))]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "Item is DynamoDB's word.")]
public sealed class Item : IReadOnlyList<(string Name, AttributeValue Value)>, IEquatable<Item>
{
    /// <summary>The item without attributes.</summary>
    public static readonly Item Empty = new([]);

    private readonly (string Name, AttributeValue Value)[] _attributes;

    private Item((string, AttributeValue)[] attributes) => _attributes = attributes;

    /// <summary>The number of attributes.</summary>
    public int Count => _attributes.Length;

    /// <summary>The attribute at a position in the order of names.</summary>
    public (string Name, AttributeValue Value) this[int index] => _attributes[index];

    /// <summary>The value of an attribute.</summary>
    /// <exception cref="KeyNotFoundException">The item has no attribute of that name.</exception>
    public AttributeValue this[string name] =>
        TryGet(name, out var value) ? value : throw new KeyNotFoundException($"The item has no attribute '{name}'.");

    /// <summary>Makes an item of attributes in any order.</summary>
    /// <exception cref="ItemFormatException">A name is empty or occurs twice.</exception>
    public static Item Create(params ReadOnlySpan<(string Name, AttributeValue Value)> attributes)
    {
        (string Name, AttributeValue Value)[] sorted = attributes.ToArray();
        Array.Sort(sorted, static (left, right) => Utf8Order.Compare(left.Name, right.Name));
        for (int i = 0; i < sorted.Length; i++)
        {
            string name = sorted[i].Name;
            if (string.IsNullOrEmpty(name))
            {
                throw new ItemFormatException(ItemFormatError.EmptyName);
            }

            if (i > 0 && string.Equals(sorted[i - 1].Name, name, StringComparison.Ordinal))
            {
                throw new ItemFormatException(ItemFormatError.DuplicateName, name);
            }
        }

        return sorted.Length == 0 ? Empty : new Item(sorted);
    }

    /// <summary>Finds the value of an attribute.</summary>
    public bool TryGet(string name, out AttributeValue value)
    {
        int index = Find(name);
        value = index >= 0 ? _attributes[index].Value : default;
        return index >= 0;
    }

    /// <summary>Whether the item has an attribute of that name.</summary>
    public bool Contains(string name) => Find(name) >= 0;

    /// <summary>The item with one attribute added or replaced.</summary>
    /// <exception cref="ItemFormatException">The name is empty.</exception>
    public Item With(string name, AttributeValue value)
    {
        int index = Find(name);
        if (index >= 0)
        {
            var replaced = ((string, AttributeValue)[])_attributes.Clone();
            replaced[index] = (name, value);
            return new Item(replaced);
        }

        if (string.IsNullOrEmpty(name))
        {
            throw new ItemFormatException(ItemFormatError.EmptyName);
        }

        return new Item([.. _attributes.AsSpan(0, ~index), (name, value), .. _attributes.AsSpan(~index)]);
    }

    /// <summary>The item without an attribute; the same item if it has none of that name.</summary>
    public Item Without(string name)
    {
        int index = Find(name);
        return index < 0 ? this : new Item([.. _attributes.AsSpan(0, index), .. _attributes.AsSpan(index + 1)]);
    }

    /// <inheritdoc/>
    public bool Equals(Item? other) =>
        other is not null && (ReferenceEquals(this, other) || _attributes.AsSpan().SequenceEqual(other._attributes));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Item);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var attribute in _attributes)
        {
            hash.Add(attribute.Name, StringComparer.Ordinal);
            hash.Add(attribute.Value);
        }

        return hash.ToHashCode();
    }

    /// <summary>The attributes in the form of <see cref="AttributeValue.ToString"/>: <c>{PK={S:a}, N={N:1}}</c>.</summary>
    public override string ToString() => AttributeValue.Map(this).ToString()[3..^1];

    /// <summary>Enumerates without allocating.</summary>
    public Enumerator GetEnumerator() => new(_attributes);

    IEnumerator<(string Name, AttributeValue Value)> IEnumerable<(string Name, AttributeValue Value)>.GetEnumerator() =>
        ((IEnumerable<(string, AttributeValue)>)_attributes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _attributes.GetEnumerator();

    /// <summary>Makes an item of attributes that are in order already.</summary>
    internal static Item FromSorted((string, AttributeValue)[] attributes) => attributes.Length == 0 ? Empty : new Item(attributes);

    private int Find(string name)
    {
        int low = 0;
        int high = _attributes.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = Utf8Order.Compare(_attributes[middle].Name, name);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }

    /// <summary>Enumerates the attributes of an item in the order of names.</summary>
    public struct Enumerator
    {
        private readonly (string Name, AttributeValue Value)[] _attributes;
        private int _index;

        internal Enumerator((string, AttributeValue)[] attributes)
        {
            _attributes = attributes;
            _index = -1;
        }

        /// <summary>The current attribute.</summary>
        public readonly (string Name, AttributeValue Value) Current => _attributes[_index];

        /// <summary>Goes to the next attribute.</summary>
        public bool MoveNext() => ++_index < _attributes.Length;
    }
}
