using System.Buffers.Binary;

namespace Keyfold.Items;

/// <summary>An item in the binary encoding, <see cref="BinaryItemFormat"/>, looked at where it lies.</summary>
public readonly ref struct EncodedItem
{
    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>Looks at an item.</summary>
    /// <exception cref="ItemFormatException">The bytes have no header of this format.</exception>
    public EncodedItem(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < BinaryItemFormat.HeaderLength || bytes[0] != BinaryItemFormat.Version)
        {
            ItemFormatException.ThrowCorrupt();
        }

        _bytes = bytes;
    }

    /// <summary>The whole encoding, header and attributes.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>DynamoDB's size of the item in bytes, names and values, from the header.</summary>
    public int Size => BinaryPrimitives.ReadInt32LittleEndian(_bytes[BinaryItemFormat.SizeOffset..]);

    /// <summary>Levels of nesting, 1 for an item without lists and maps, from the header.</summary>
    public int Depth => _bytes[BinaryItemFormat.DepthOffset];

    /// <summary>The attributes.</summary>
    public EncodedMap Attributes => new(
        _bytes[BinaryItemFormat.HeaderLength..],
        BinaryPrimitives.ReadUInt16LittleEndian(_bytes[BinaryItemFormat.CountOffset..]));

    /// <summary>Finds an attribute.</summary>
    public bool TryFind(scoped ReadOnlySpan<byte> utf8Name, out EncodedValue value) => Attributes.TryFind(utf8Name, out value);

    /// <summary>Makes the object form.</summary>
    public Item ToItem() => ItemCodec.Decode(_bytes, ItemEncoding.Binary);

    /// <inheritdoc cref="Item.ToString"/>
    public override string ToString() => ToItem().ToString();
}
