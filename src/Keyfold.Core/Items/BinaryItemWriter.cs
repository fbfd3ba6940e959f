using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Keyfold.Items;

/// <summary>
/// Writes an item in the binary encoding, <see cref="BinaryItemFormat"/>, to a pooled buffer. Size and depth are counted on the way.
/// </summary>
/// <remarks>Not to be copied: pass it by reference. Disposing gives the buffer back; the spans it gave out are void then.</remarks>
public ref partial struct BinaryItemWriter : IItemWriter, IDisposable
{
    private readonly ItemBuffer _buffer;
    private byte[] _bytes;
    private int _position;
    private int _size;
    private int _level;
    private int _depth;
    private int _open;
    private WriterFrame _frame;

    private BinaryItemWriter(ItemBuffer buffer)
    {
        _buffer = buffer;
        _bytes = buffer.Bytes;
    }

    /// <inheritdoc/>
    public static ItemEncoding Encoding => ItemEncoding.Binary;

    /// <summary>The bytes so far; after <see cref="EndItem"/> the whole item. Valid until the next call and until disposal.</summary>
    public readonly ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(0, _position);

    /// <summary>As <see cref="WrittenSpan"/>, for a request that is answered before the writer is disposed of.</summary>
    public readonly ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(0, _position);

    /// <summary>DynamoDB's size in bytes of what has been written so far: names and values.</summary>
    public readonly int Size => _size;

    /// <summary>Takes a writer with a pooled buffer.</summary>
    public static BinaryItemWriter Rent() => new(ItemBuffer.Rent());

    /// <summary>Copies the bytes so far; after <see cref="EndItem"/> the whole item.</summary>
    public readonly byte[] ToArray() => WrittenSpan.ToArray();

    /// <summary>Gives the buffer back.</summary>
    public void Dispose()
    {
        if (_bytes is not null)
        {
            _bytes = null!;
            _buffer.Return();
        }
    }

    /// <inheritdoc/>
    public void BeginItem()
    {
        Require(WriterState.Idle);
        _frame = new WriterFrame { State = WriterState.Name, Start = BinaryItemFormat.HeaderLength };
        _position = BinaryItemFormat.HeaderLength;
        _size = 0;
        _level = 1;
        _depth = 1;
    }

    /// <inheritdoc/>
    public void EndItem()
    {
        if (_level != 1 || _frame.State != WriterState.Name)
        {
            ThrowMisplaced();
        }

        SortMap();
        var header = _bytes.AsSpan(0, BinaryItemFormat.HeaderLength);
        header[0] = BinaryItemFormat.Version;
        header[BinaryItemFormat.DepthOffset] = (byte)_depth;
        BinaryPrimitives.WriteUInt16LittleEndian(header[BinaryItemFormat.CountOffset..], (ushort)Math.Min(_frame.Count, ushort.MaxValue));
        BinaryPrimitives.WriteInt32LittleEndian(header[BinaryItemFormat.SizeOffset..], _size);
        _frame.State = WriterState.Idle;
        _level = 0;
    }

    /// <inheritdoc/>
    public void Name(scoped ReadOnlySpan<byte> utf8Name)
    {
        Require(WriterState.Name);
        if ((uint)(utf8Name.Length - 1) >= Limits.AttributeNameBytesMax)
        {
            ThrowNameLength(utf8Name.Length);
        }

        Reserve(utf8Name.Length + BinaryItemFormat.LengthMax);
        int start = _position + BinaryEncoding.WriteLength(_bytes.AsSpan(_position), utf8Name.Length);
        utf8Name.CopyTo(_bytes.AsSpan(start));
        _position = start + utf8Name.Length;
        _size += utf8Name.Length + _frame.MemberSize;
        FollowName(start, utf8Name.Length);
        _frame.State = WriterState.NamedValue;
    }

    /// <inheritdoc/>
    public void Name(scoped ReadOnlySpan<char> name)
    {
        Require(WriterState.Name);
        int length = WriteText(name);
        if ((uint)(length - 1) >= Limits.AttributeNameBytesMax)
        {
            ThrowNameLength(length);
        }

        _size += length + _frame.MemberSize;
        FollowName(_position - length, length);
        _frame.State = WriterState.NamedValue;
    }

    /// <inheritdoc/>
    public void String(string text) => String(text.AsSpan());

    /// <inheritdoc/>
    public void String(scoped ReadOnlySpan<char> text)
    {
        BeginValue(BinaryTag.String, WriterState.StringMember);
        int start = _position;
        int length = WriteText(text);
        _size += length;
        EndMember(start, length);
    }

    /// <inheritdoc/>
    public void Utf8String(scoped ReadOnlySpan<byte> utf8)
    {
        WriteBytes(BinaryTag.String, WriterState.StringMember, utf8);
        if (!Utf8.IsValid(utf8))
        {
            Throw(ItemFormatError.InvalidText);
        }
    }

    /// <inheritdoc/>
    public void Binary(scoped ReadOnlySpan<byte> bytes) => WriteBytes(BinaryTag.Binary, WriterState.BinaryMember, bytes);

    /// <inheritdoc/>
    public void Boolean(bool value) => BeginValue(value ? BinaryTag.True : BinaryTag.False, WriterState.Value, size: 1);

    /// <inheritdoc/>
    public void Null() => BeginValue(BinaryTag.Null, WriterState.Value, size: 1);

    /// <inheritdoc/>
    public void Value(in AttributeValue value) => ItemCodec.WriteValue(ref this, in value);

    /// <inheritdoc/>
    public void Raw(scoped ReadOnlySpan<byte> encodedValue)
    {
        var value = new EncodedValue(encodedValue);
        switch (value.Type)
        {
            // in a set these take part in its order
            case AttributeType.String:
                WriteBytes(BinaryTag.String, WriterState.StringMember, value.AsUtf8());
                break;
            case AttributeType.Number:
                Number(value.AsNumber());
                break;
            case AttributeType.Binary:
                Binary(value.AsBinary());
                break;
            default:
                CopyRaw(value);
                break;
        }
    }

    private void CopyRaw(scoped EncodedValue value)
    {
        BeginValue(value.Bytes[0], WriterState.Value, value.Size);
        Reserve(value.Bytes.Length);
        value.Bytes[1..].CopyTo(_bytes.AsSpan(_position));
        _position += value.Bytes.Length - 1;
        CountDepth(_level + value.Depth);
    }

    private void WriteBytes(byte tag, WriterState member, scoped ReadOnlySpan<byte> bytes)
    {
        BeginValue(tag, member, bytes.Length);
        Reserve(bytes.Length + BinaryItemFormat.LengthMax);
        int start = _position;
        int content = start + BinaryEncoding.WriteLength(_bytes.AsSpan(start), bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(content));
        _position = content + bytes.Length;
        EndMember(start, bytes.Length);
    }

    /// <summary>Writes the length and the UTF-8 of a text, and gives the length.</summary>
    private int WriteText(scoped ReadOnlySpan<char> text)
    {
        int bytesMax = checked(text.Length * 3);
        Reserve(bytesMax + BinaryItemFormat.LengthMax);

        // ASCII has as many bytes as characters; anything else may need a longer length, and is moved then
        int prefix = BinaryEncoding.LengthOfLength(text.Length);
        var destination = _bytes.AsSpan(_position);
        if (Utf8.FromUtf16(text, destination[prefix..], out _, out int length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            Throw(ItemFormatError.InvalidText);
        }

        int actualPrefix = BinaryEncoding.LengthOfLength(length);
        if (actualPrefix != prefix)
        {
            destination.Slice(prefix, length).CopyTo(destination[actualPrefix..]);
        }

        BinaryEncoding.WriteLength(destination, length);
        _position += actualPrefix + length;
        return length;
    }

    /// <summary>Starts a value: checks that one may come here, counts it, and writes its tag.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginValue(byte tag, WriterState member, int size = 0)
    {
        if (_frame.State == WriterState.NamedValue)
        {
            _frame.State = WriterState.Name;
        }
        else
        {
            BeginUnnamed(member);
        }

        _size += size;
        Reserve(1);
        _bytes[_position++] = tag;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void BeginUnnamed(WriterState member)
    {
        if (_frame.State == WriterState.Element)
        {
            _frame.Count++;
            _size += _frame.MemberSize;
        }
        else if (_frame.State == WriterState.Value)
        {
            _frame.State = WriterState.Idle;
        }
        else if (_frame.State < WriterState.StringMember || _frame.State != member)
        {
            ThrowMisplaced();
        }
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
    private void Grow(int count) => _bytes = _buffer.Grow(_position, count);
}
