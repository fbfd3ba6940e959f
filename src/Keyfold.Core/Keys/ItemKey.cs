using System.Buffers.Binary;

namespace Keyfold.Keys;

/// <summary>
/// The key of an item in a table or an index: a partition key and perhaps a sort key, as bytes whose unsigned order is the order of the values. The default is
/// no key.
/// </summary>
/// <remarks>
/// One array: <c>[partition type 1] [sort type 1, 0 without sort key] [length of the partition bytes, u16 big-endian] [partition bytes] [sort bytes]</c>.
/// Keys of one partition are ordered by their sort key as DynamoDB orders them; the order of partitions has no meaning.
/// </remarks>
public readonly struct ItemKey : IEquatable<ItemKey>, IComparable<ItemKey>
{
    internal const int HeaderLength = 4;

    private readonly byte[]? _bytes;

    /// <summary>Takes over the bytes of a key; see the type for their layout. The array must not change afterwards.</summary>
    /// <exception cref="ArgumentException">The bytes are not laid out as a key.</exception>
    public ItemKey(byte[] bytes)
    {
        if (bytes.Length < HeaderLength
            || bytes[0] is < (byte)KeyPartType.String or > (byte)KeyPartType.Tuple
            || bytes[1] > (byte)KeyPartType.Tuple
            || PartitionLengthOf(bytes) > bytes.Length - HeaderLength
            || (bytes[1] == 0 && PartitionLengthOf(bytes) != bytes.Length - HeaderLength))
        {
            throw new ArgumentException("The bytes are not laid out as a key.", nameof(bytes));
        }

        _bytes = bytes;
    }

    /// <summary>Whether this is the default: no key.</summary>
    public bool IsNone => _bytes is null;

    /// <summary>How the partition bytes are to be read.</summary>
    public KeyPartType PartitionType => _bytes is null ? KeyPartType.None : (KeyPartType)_bytes[0];

    /// <summary>How the sort bytes are to be read; <see cref="KeyPartType.None"/> for a key without sort key.</summary>
    public KeyPartType SortType => _bytes is null ? KeyPartType.None : (KeyPartType)_bytes[1];

    /// <summary>Whether there is a sort key.</summary>
    public bool HasSort => SortType != KeyPartType.None;

    /// <summary>The partition key.</summary>
    public ReadOnlySpan<byte> PartitionBytes => _bytes is null ? default : _bytes.AsSpan(HeaderLength, PartitionLengthOf(_bytes));

    /// <summary>The sort key; empty without one.</summary>
    public ReadOnlySpan<byte> SortBytes => _bytes is null ? default : _bytes.AsSpan(HeaderLength + PartitionLengthOf(_bytes));

    /// <summary>The whole key; see the type for the layout. Empty for no key.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The whole key as memory that stays what it is.</summary>
    public ReadOnlyMemory<byte> Memory => _bytes;

    /// <summary>Whether both are the same key.</summary>
    public static bool operator ==(ItemKey left, ItemKey right) => left.Equals(right);

    /// <summary>Whether both are different keys.</summary>
    public static bool operator !=(ItemKey left, ItemKey right) => !left.Equals(right);

    /// <summary>Order of bytes; within a partition that of the sort keys.</summary>
    public static bool operator <(ItemKey left, ItemKey right) => left.CompareTo(right) < 0;

    /// <summary>Order of bytes; within a partition that of the sort keys.</summary>
    public static bool operator >(ItemKey left, ItemKey right) => left.CompareTo(right) > 0;

    /// <summary>Order of bytes; within a partition that of the sort keys.</summary>
    public static bool operator <=(ItemKey left, ItemKey right) => left.CompareTo(right) <= 0;

    /// <summary>Order of bytes; within a partition that of the sort keys.</summary>
    public static bool operator >=(ItemKey left, ItemKey right) => left.CompareTo(right) >= 0;

    /// <summary>Order of bytes; within a partition that of the sort keys. No key comes first.</summary>
    public int CompareTo(ItemKey other) => Bytes.SequenceCompareTo(other.Bytes);

    /// <inheritdoc/>
    public bool Equals(ItemKey other) => ReferenceEquals(_bytes, other._bytes) || Bytes.SequenceEqual(other.Bytes);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ItemKey other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => (int)KeyHash.Compute(Bytes);

    /// <summary>Both parts for people, as in <c>CUSTOMER#1 | 42</c>; bytes as hexadecimal digits.</summary>
    public override string ToString() => KeyText.Describe(this);

    private static int PartitionLengthOf(byte[] bytes) => BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(2));
}
