using System.Buffers.Binary;

namespace Keyfold.Engine.Trees;

/// <summary>
/// What a leaf keeps of an item: one immutable array, its binary encoding, of exact length. An index that projects all attributes
/// shares the table's array. The size stands in the array too, but an item that is replaced is mostly out of the processor's caches:
/// to look there for it was a tenth of the engine's part of a put over 100,000 items.
/// </summary>
internal readonly struct StoredItem(byte[]? record)
{
    private const int SizeOffset = 4;

    /// <summary>No item.</summary>
    public static StoredItem None => default;

    /// <summary>The array as the tree keeps it; null when there is no item.</summary>
    public byte[]? Record { get; } = record;

    public bool Exists => Record is not null;

    /// <summary>The item's names and values, in bytes as DynamoDB counts them (the encoding carries the figure); 0 when there is no item.</summary>
    public int Size { get; } = record is null ? 0 : BinaryPrimitives.ReadInt32LittleEndian(record.AsSpan(SizeOffset));

    /// <summary>The encoded item; empty when there is none.</summary>
    public ReadOnlySpan<byte> Encoded => Record;

    /// <summary>The encoded item; empty when there is none. Nothing is copied.</summary>
    public ReadOnlyMemory<byte> Memory => Record;

    /// <summary>Copies an encoded item into an array of its own.</summary>
    public static StoredItem Copy(ReadOnlySpan<byte> encoded)
    {
        byte[] record = GC.AllocateUninitializedArray<byte>(encoded.Length);
        encoded.CopyTo(record);
        return new StoredItem(record);
    }
}
