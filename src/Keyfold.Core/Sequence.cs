using System.Collections;
using System.Runtime.CompilerServices;

namespace Keyfold;

/// <summary>
/// An immutable list that is equal to another one with equal elements in the same order, so that the records made of it
/// (expressions, schemas) have value equality without writing it by hand. <c>default</c> is the empty list.
/// </summary>
/// <typeparam name="T">The elements' type.</typeparam>
[CollectionBuilder(typeof(Sequence), nameof(Sequence.Create))]
public readonly struct Sequence<T> : IReadOnlyList<T>, IEquatable<Sequence<T>>
{
    private readonly T[]? _elements;

    internal Sequence(T[] elements) => _elements = elements;

    /// <summary>The number of elements.</summary>
    public int Count => _elements?.Length ?? 0;

    /// <summary>The element at a position.</summary>
    /// <param name="index">Counted from 0.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such position.</exception>
    public T this[int index] => AsSpan()[index];

    /// <summary>The elements as a span; nothing is copied.</summary>
    public ReadOnlySpan<T> AsSpan() => _elements;

    /// <summary>Enumerates the elements without allocating.</summary>
    public ReadOnlySpan<T>.Enumerator GetEnumerator() => AsSpan().GetEnumerator();

    IEnumerator<T> IEnumerable<T>.GetEnumerator() => ((IEnumerable<T>)(_elements ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_elements ?? []).GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(Sequence<T> other) => AsSpan().SequenceEqual(other.AsSpan(), EqualityComparer<T>.Default);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Sequence<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        foreach (T element in AsSpan())
        {
            hash.Add(element);
        }

        return hash.ToHashCode();
    }

    /// <summary>Whether two lists have equal elements in the same order.</summary>
    public static bool operator ==(Sequence<T> left, Sequence<T> right) => left.Equals(right);

    /// <summary>Whether two lists differ.</summary>
    public static bool operator !=(Sequence<T> left, Sequence<T> right) => !left.Equals(right);

    /// <summary>The elements between brackets, for messages and debugging.</summary>
    public override string ToString() => $"[{string.Join(", ", this)}]";
}

/// <summary>Makes <see cref="Sequence{T}"/>s; collection expressions call it.</summary>
public static class Sequence
{
    /// <summary>A list of copies of the given elements.</summary>
    public static Sequence<T> Create<T>(ReadOnlySpan<T> elements) => elements.IsEmpty ? default : new Sequence<T>(elements.ToArray());

    /// <summary>A list of the elements that a source yields, in its order.</summary>
    public static Sequence<T> From<T>(IEnumerable<T> elements) => new([.. elements]);
}
