using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Keyfold.Items;

/// <summary>
/// A value in the binary encoding, looked at where it lies: conditions and filters work on it without making objects. The default is no value at all.
/// </summary>
/// <remarks>
/// Every method throws an <see cref="ItemFormatException"/> with <see cref="ItemFormatError.WrongType"/> if the value has another type than the method is for,
/// and with <see cref="ItemFormatError.Corrupt"/> if it meets damaged bytes.
/// </remarks>
public readonly ref struct EncodedValue
{
    private readonly ReadOnlySpan<byte> _bytes;

    /// <summary>Looks at a value: its tag and its payload, and nothing behind it.</summary>
    public EncodedValue(ReadOnlySpan<byte> bytes) => _bytes = bytes;

    /// <summary>Whether this is no value: the default.</summary>
    public bool IsMissing => _bytes.IsEmpty;

    /// <summary>Tag and payload.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>The value's type.</summary>
    public AttributeType Type => BinaryTag.TypeOf(Tag);

    /// <summary>The number of elements of a list, members of a set, or attributes of a map.</summary>
    public int Count
    {
        get
        {
            int position = 1;
            return Container(ref position);
        }
    }

    /// <summary>The elements of a list or the members of a set.</summary>
    public EncodedElements Elements
    {
        get
        {
            Require(Tag is BinaryTag.List or >= BinaryTag.StringSet);
            int position = 1;
            int count = Container(ref position);
            return new EncodedElements(_bytes[position..], count);
        }
    }

    /// <summary>What the value adds to the size of an item in bytes, by DynamoDB's rule.</summary>
    public int Size => EncodedSize.Of(this, Limits.NestingLevelsMax);

    /// <summary>Levels of lists and maps: 0 for a scalar or a set, 1 for a list of such.</summary>
    public int Depth => EncodedSize.DepthOf(this, Limits.NestingLevelsMax);

    /// <summary>The bytes of a string or binary value without its length.</summary>
    internal ReadOnlySpan<byte> Content
    {
        get
        {
            int position = 1;
            int length = BinaryDecoding.ReadLength(_bytes, ref position, _bytes.Length);
            return _bytes.Slice(position, length);
        }
    }

    private byte Tag
    {
        get
        {
            if (_bytes.IsEmpty)
            {
                ItemFormatException.ThrowCorrupt();
            }

            return _bytes[0];
        }
    }

    /// <summary>Whether two values are equal by DynamoDB's rules. No value equals another that is missing.</summary>
    public static bool AreEqual(EncodedValue left, EncodedValue right) => !left.IsMissing && left._bytes.SequenceEqual(right._bytes);

    /// <summary>The order of two values of the same ordered type: string, number or binary.</summary>
    public static int Compare(EncodedValue left, EncodedValue right)
    {
        left.Require(left.Type == right.Type && left.Type.IsOrdered());
        return left.Type == AttributeType.Number
            ? left.AsNumber().CompareTo(right.AsNumber())
            : left.Content.SequenceCompareTo(right.Content);
    }

    /// <summary>The text of a string as UTF-8.</summary>
    public ReadOnlySpan<byte> AsUtf8()
    {
        Require(Tag == BinaryTag.String);
        return Content;
    }

    /// <summary>The text of a string.</summary>
    public string AsString() => Encoding.UTF8.GetString(AsUtf8());

    /// <summary>The bytes of a binary value.</summary>
    public ReadOnlySpan<byte> AsBinary()
    {
        Require(Tag == BinaryTag.Binary);
        return Content;
    }

    /// <summary>The number.</summary>
    public Number AsNumber()
    {
        int position = 1;
        if (Tag == BinaryTag.Integer)
        {
            return BinaryDecoding.ReadInteger(_bytes, ref position, _bytes.Length);
        }

        Require(Tag == BinaryTag.Decimal);
        return BinaryDecoding.ReadDecimal(_bytes, ref position, _bytes.Length);
    }

    /// <summary>True or false.</summary>
    public bool AsBoolean()
    {
        Require(Tag is BinaryTag.True or BinaryTag.False);
        return Tag == BinaryTag.True;
    }

    /// <summary>The attributes of a map.</summary>
    public EncodedMap AsMap()
    {
        Require(Tag == BinaryTag.Map);
        int position = 1;
        int count = Container(ref position);
        return new EncodedMap(_bytes[position..], count);
    }

    /// <summary>Finds an element of a list (or a member of a set in its order) by position from 0.</summary>
    public bool TryGetElement(int index, out EncodedValue element)
    {
        if (index >= 0)
        {
            foreach (var candidate in Elements)
            {
                if (index-- == 0)
                {
                    element = candidate;
                    return true;
                }
            }
        }

        element = default;
        return false;
    }

    /// <summary>Whether a list has an equal element or a set an equal member.</summary>
    public bool Contains(EncodedValue value)
    {
        foreach (var element in Elements)
        {
            if (AreEqual(element, value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Makes the object form.</summary>
    public AttributeValue ToAttributeValue() => ItemCodec.DecodeValue(_bytes);

    /// <inheritdoc cref="AttributeValue.ToString"/>
    public override string ToString() => IsMissing ? "" : ToAttributeValue().ToString();

    private int Container(ref int position)
    {
        Require(Tag >= BinaryTag.List);
        int count = BinaryDecoding.ReadContainer(_bytes, ref position, _bytes.Length, out int end);
        if (end != _bytes.Length)
        {
            ItemFormatException.ThrowCorrupt();
        }

        return count;
    }

    private void Require(bool isType)
    {
        if (!isType)
        {
            ThrowWrongType();
        }
    }

    [DoesNotReturn]
    private void ThrowWrongType() => throw new ItemFormatException(ItemFormatError.WrongType, detail: $"the value is {Type.Tag()}");
}
