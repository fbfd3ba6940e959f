using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

/// <summary>Reads an item in the binary encoding, <see cref="BinaryItemFormat"/>. Damaged bytes are an <see cref="ItemFormatException"/>, never more.</summary>
/// <remarks>Not to be copied while reading: pass it by reference.</remarks>
public ref struct BinaryItemReader : IItemReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private int _position;

    // of the innermost open container
    private int _end;
    private int _open;
    private Ends _ends;

    /// <summary>Reads an item.</summary>
    public BinaryItemReader(ReadOnlySpan<byte> item) => _bytes = item;

    /// <inheritdoc/>
    public static ItemEncoding Encoding => ItemEncoding.Binary;

    /// <inheritdoc/>
    public readonly AttributeType Type => BinaryTag.TypeOf(PeekTag());

    /// <summary>Reads one value that stands alone: the current value is there at once.</summary>
    public static BinaryItemReader ForValue(ReadOnlySpan<byte> encodedValue) => new(encodedValue) { _end = encodedValue.Length };

    /// <inheritdoc/>
    public void BeginItem()
    {
        if (_bytes.Length < BinaryItemFormat.HeaderLength || _bytes[0] != BinaryItemFormat.Version)
        {
            ItemFormatException.ThrowCorrupt();
        }

        _position = BinaryItemFormat.HeaderLength;
        _end = _bytes.Length;
        _open = 0;
    }

    /// <inheritdoc/>
    public void BeginMap() => Begin(BinaryTag.Map, BinaryTag.Map);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextName(out ReadOnlySpan<byte> utf8Name)
    {
        if (_position >= _end)
        {
            utf8Name = default;
            Leave();
            return false;
        }

        int length = BinaryDecoding.ReadLength(_bytes, ref _position, _end);
        utf8Name = _bytes.Slice(_position, length);
        _position += length;
        return true;
    }

    /// <inheritdoc/>
    public void BeginList(out int count) => count = Begin(BinaryTag.List, BinaryTag.List);

    /// <inheritdoc/>
    public void BeginSet(out int count) => count = Begin(BinaryTag.StringSet, BinaryTag.BinarySet);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextElement()
    {
        if (_position < _end)
        {
            return true;
        }

        Leave();
        return false;
    }

    /// <inheritdoc/>
    public string GetString() => System.Text.Encoding.UTF8.GetString(Content(BinaryTag.String));

    /// <inheritdoc/>
    public bool TryGetUtf8(out ReadOnlySpan<byte> utf8)
    {
        bool found = PeekTag() == BinaryTag.String;
        utf8 = found ? Content(BinaryTag.String) : default;
        return found;
    }

    /// <inheritdoc/>
    public Number GetNumber()
    {
        byte tag = PeekTag();
        if (tag == BinaryTag.Integer)
        {
            _position++;
            return BinaryDecoding.ReadInteger(_bytes, ref _position, _end);
        }

        Require(tag == BinaryTag.Decimal, AttributeType.Number);
        _position++;
        return BinaryDecoding.ReadDecimal(_bytes, ref _position, _end);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetInt64(out long value)
    {
        if (PeekTag() != BinaryTag.Integer)
        {
            value = 0;
            return false;
        }

        _position++;
        value = BinaryDecoding.ReadInteger(_bytes, ref _position, _end);
        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> GetBinary() => Content(BinaryTag.Binary);

    /// <inheritdoc/>
    public bool GetBoolean()
    {
        byte tag = PeekTag();
        Require(tag is BinaryTag.True or BinaryTag.False, AttributeType.Boolean);
        _position++;
        return tag == BinaryTag.True;
    }

    /// <inheritdoc/>
    public AttributeValue GetValue() => ItemCodec.ReadValue(ref this);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> GetRaw()
    {
        int start = _position;
        Skip();
        return _bytes[start.._position];
    }

    /// <inheritdoc/>
    public void Skip() => _position = BinaryDecoding.SkipValue(_bytes, _position, _end);

    private int Begin(byte firstTag, byte lastTag)
    {
        byte tag = PeekTag();
        Require(tag >= firstTag && tag <= lastTag, BinaryTag.TypeOf(firstTag));
        if (_open == Limits.NestingLevelsMax)
        {
            ItemFormatException.ThrowCorrupt();
        }

        _position++;
        _ends[_open++] = _end;
        int count = BinaryDecoding.ReadContainer(_bytes, ref _position, _end, out _end);
        return count;
    }

    private void Leave()
    {
        if (_open > 0)
        {
            _end = _ends[--_open];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> Content(byte tag)
    {
        Require(PeekTag() == tag, BinaryTag.TypeOf(tag));
        _position++;
        int length = BinaryDecoding.ReadLength(_bytes, ref _position, _end);
        var content = _bytes.Slice(_position, length);
        _position += length;
        return content;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte PeekTag()
    {
        if (_position >= _end)
        {
            ItemFormatException.ThrowCorrupt();
        }

        return _bytes[_position];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Require(bool isType, AttributeType expected)
    {
        if (!isType)
        {
            ThrowWrongType(expected);
        }
    }

    [DoesNotReturn]
    private readonly void ThrowWrongType(AttributeType expected) =>
        throw new ItemFormatException(ItemFormatError.WrongType, detail: $"expected {expected.Tag()}, found {Type.Tag()}") { Type = expected };

    [InlineArray(Limits.NestingLevelsMax)]
    private struct Ends
    {
        private int _first;
    }
}
