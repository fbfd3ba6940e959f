using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Keyfold.Items;

namespace Keyfold.Keys;

/// <summary>
/// Builds the key of an item over memory of the caller, such as a <c>stackalloc</c> of 256 bytes, and goes on in pooled memory if that is too short.
/// </summary>
/// <remarks>
/// <see cref="Partition"/>, then its value; perhaps <see cref="Sort"/>, then its value. Texts may be written in pieces: they follow one another without a
/// separator. Not to be copied: pass it by reference, and dispose of it.
/// </remarks>
public ref struct KeyWriter : IDisposable
{
    private Span<byte> _bytes;
    private byte[]? _rented;
    private int _position;

    // where the sort bytes begin; 0 before Sort
    private int _sort;
    private bool _tuple;

    /// <summary>Builds over the given memory, which may be empty.</summary>
    public KeyWriter(Span<byte> memory)
    {
        _bytes = memory;
        Reserve(ItemKey.HeaderLength);
        _position = ItemKey.HeaderLength;
        _bytes[..ItemKey.HeaderLength].Clear();
    }

    /// <summary>The partition key so far.</summary>
    public readonly ReadOnlySpan<byte> PartitionBytes => _bytes[ItemKey.HeaderLength..(_sort == 0 ? _position : _sort)];

    /// <summary>The sort key so far; empty before <see cref="Sort"/>.</summary>
    public readonly ReadOnlySpan<byte> SortBytes => _sort == 0 ? default : _bytes[_sort.._position];

    /// <summary>Starts over, with the partition key.</summary>
    public void Partition()
    {
        _position = ItemKey.HeaderLength;
        _bytes[..ItemKey.HeaderLength].Clear();
        _sort = 0;
        _tuple = false;
    }

    /// <summary>Starts over, with a partition key of several attributes: each value that follows is one.</summary>
    public void PartitionTuple()
    {
        Partition();
        _bytes[0] = (byte)KeyPartType.Tuple;
        _tuple = true;
    }

    /// <summary>Goes on with the sort key.</summary>
    public void Sort()
    {
        _sort = _position;
        _tuple = false;
    }

    /// <summary>Goes on with a sort key of several attributes: each value that follows is one.</summary>
    public void SortTuple()
    {
        Sort();
        _bytes[1] = (byte)KeyPartType.Tuple;
        _tuple = true;
    }

    /// <summary>Writes a string or a piece of one.</summary>
    public void Utf8(scoped ReadOnlySpan<byte> utf8) => Append(KeyPartType.String, utf8);

    /// <summary>Writes a string or a piece of one.</summary>
    /// <exception cref="ItemFormatException">A surrogate has no pair.</exception>
    public void String(scoped ReadOnlySpan<char> text)
    {
        if (_tuple)
        {
            StringElement(text);
            return;
        }

        SetType(KeyPartType.String);
        Reserve(checked(text.Length * 3));
        _position += Transcode(text, _bytes[_position..]);
    }

    /// <summary>Writes a number.</summary>
    public void Number(in Number number)
    {
        SetType(KeyPartType.Number);
        Reserve(KeyNumber.LengthMax);
        _position += KeyNumber.Encode(in number, _bytes[_position..]);
    }

    /// <summary>Writes a binary value or a piece of one.</summary>
    public void Binary(scoped ReadOnlySpan<byte> bytes) => Append(KeyPartType.Binary, bytes);

    /// <summary>Appends a value of one of the three types that keys have.</summary>
    /// <exception cref="InvalidOperationException">It is of another type.</exception>
    public void Value(in AttributeValue value)
    {
        switch (value.Type)
        {
            case AttributeType.String:
                String(value.AsString());
                break;
            case AttributeType.Binary:
                Binary(value.AsBinary().Span);
                break;
            default:
                Number(value.AsNumber());
                break;
        }
    }

    /// <inheritdoc cref="Value(in AttributeValue)"/>
    public void Value(EncodedValue value)
    {
        switch (value.Type)
        {
            case AttributeType.String:
                Utf8(value.AsUtf8());
                break;
            case AttributeType.Binary:
                Binary(value.AsBinary());
                break;
            default:
                Number(value.AsNumber());
                break;
        }
    }

    /// <summary>Makes the key. One allocation, of its exact size.</summary>
    /// <exception cref="InvalidOperationException">The partition key has no value, or is longer than 65,535 bytes (DynamoDB allows 2,048).</exception>
    public readonly ItemKey ToKey()
    {
        int partitionLength = PartitionBytes.Length;
        if (_bytes[0] == 0 || (_sort != 0 && _bytes[1] == 0) || partitionLength > ushort.MaxValue)
        {
            throw new InvalidOperationException("The key has a part without a value, or a partition key of more than 65,535 bytes.");
        }

        byte[] key = _bytes[.._position].ToArray();
        BinaryPrimitives.WriteUInt16BigEndian(key.AsSpan(2), (ushort)partitionLength);
        return new ItemKey(key);
    }

    /// <summary>Gives pooled memory back.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
            _rented = null;
            _bytes = default;
        }
    }

    private void StringElement(scoped ReadOnlySpan<char> text)
    {
        byte[] utf8 = ArrayPool<byte>.Shared.Rent(checked(text.Length * 3));
        try
        {
            Append(KeyPartType.String, utf8.AsSpan(0, Transcode(text, utf8)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(utf8);
        }
    }

    private void Append(KeyPartType type, scoped ReadOnlySpan<byte> content)
    {
        SetType(type);
        Reserve(KeyTuple.LengthMax(content.Length));
        if (_tuple)
        {
            _position += KeyTuple.Encode(content, _bytes[_position..]);
        }
        else
        {
            content.CopyTo(_bytes[_position..]);
            _position += content.Length;
        }
    }

    private readonly void SetType(KeyPartType type)
    {
        if (!_tuple)
        {
            _bytes[_sort == 0 ? 0 : 1] = (byte)type;
        }
    }

    private static int Transcode(ReadOnlySpan<char> text, Span<byte> destination)
    {
        // most texts are ASCII, and short
        if (JsonPlainText.TryNarrow(text, destination))
        {
            return text.Length;
        }

        var status = System.Text.Unicode.Utf8.FromUtf16(text, destination, out _, out int written, replaceInvalidSequences: false);
        return status == OperationStatus.Done ? written : throw new ItemFormatException(ItemFormatError.InvalidText);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Reserve(int count)
    {
        if (_bytes.Length - _position < count)
        {
            Grow(count);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        byte[] larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(_position + count), 2 * _bytes.Length));
        _bytes[.._position].CopyTo(larger);
        if (_rented is not null)
        {
            ArrayPool<byte>.Shared.Return(_rented);
        }

        _rented = larger;
        _bytes = larger;
    }
}
