using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Unicode;

namespace Keyfold.Items;

/// <summary>
/// Writes an item in the binary encoding, <see cref="BinaryItemFormat"/>, to a pooled buffer. Size and depth are counted on the way.
/// </summary>
/// <remarks>
/// <para>Not to be copied: pass it by reference. Disposing gives the buffer back; the spans it gave out are void then.</para>
/// <para>Values are calls, so that names can be inlined: see <see cref="JsonItemWriter"/>.</para>
/// </remarks>
public ref partial struct BinaryItemWriter : IItemWriter, IDisposable
{
    private readonly ItemBuffer _buffer;
    private readonly int _start;
    private byte[] _bytes;
    private int _position;
    private WriterNesting _nesting;

    private BinaryItemWriter(ItemBuffer buffer, int start)
    {
        _buffer = buffer;
        _start = start;
        _bytes = buffer.Bytes;
        _nesting = new WriterNesting(buffer);
    }

    /// <inheritdoc/>
    public static ItemEncoding Encoding => ItemEncoding.Binary;

    /// <inheritdoc/>
    public readonly string Path => _nesting.PathOfNext();

    /// <summary>The bytes so far; after <see cref="EndItem"/> the whole item. Valid until the next call and until disposal.</summary>
    public readonly ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(_start, _position - _start);

    /// <summary>As <see cref="WrittenSpan"/>, for a request that is answered before the writer is disposed of.</summary>
    public readonly ReadOnlyMemory<byte> WrittenMemory => _bytes.AsMemory(_start, _position - _start);

    /// <summary>DynamoDB's size in bytes of what has been written so far: names and values.</summary>
    public readonly int Size => _nesting.Size;

    /// <summary>Takes a writer with a pooled buffer.</summary>
    public static BinaryItemWriter Rent() => new(ItemBuffer.Rent(), start: 0);

    /// <summary>Takes a writer that writes one item behind what a buffer has; the buffer has it when it is ended. Nobody else writes to the buffer before disposal.</summary>
    public static BinaryItemWriter Rent(PooledBuffer destination) => new(ItemBuffer.Rent(destination), destination.Length);

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
        _position = _start;
        Reserve(BinaryItemFormat.HeaderLength);
        _position += BinaryItemFormat.HeaderLength;
        _nesting.Begin(WriterState.Name, _position);
    }

    /// <inheritdoc/>
    public void EndItem()
    {
        _nesting.RequireItemEnd();
        SortMap();
        var header = _bytes.AsSpan(_start, BinaryItemFormat.HeaderLength);
        header[0] = BinaryItemFormat.Version;
        header[BinaryItemFormat.DepthOffset] = (byte)_nesting.Depth;
        BinaryPrimitives.WriteUInt16LittleEndian(header[BinaryItemFormat.CountOffset..], (ushort)Math.Min(_nesting.Current.Count, ushort.MaxValue));
        BinaryPrimitives.WriteInt32LittleEndian(header[BinaryItemFormat.SizeOffset..], _nesting.Size);
        _buffer.Target.Length = _position;
        _nesting.Current.State = WriterState.Idle;
    }

    /// <inheritdoc/>
    public void Name(scoped ReadOnlySpan<byte> utf8Name) => PlainName(utf8Name);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PlainName(scoped ReadOnlySpan<byte> utf8Name)
    {
        _nesting.Require(WriterState.Name);
        _nesting.RequireNameLength(utf8Name.Length);
        Reserve(utf8Name.Length + BinaryItemFormat.LengthMax);
        int start = _position + BinaryEncoding.WriteLength(_bytes.AsSpan(_position), utf8Name.Length);
        utf8Name.CopyTo(_bytes.AsSpan(start));
        _position = start + utf8Name.Length;
        _nesting.Size += utf8Name.Length + _nesting.Current.MemberSize;
        _nesting.FollowName(start, utf8Name.Length, LeadingBytes.Of(utf8Name));
    }

    /// <inheritdoc/>
    public void Name(scoped ReadOnlySpan<char> name)
    {
        _nesting.Require(WriterState.Name);
        int length = WriteText(name);
        _nesting.RequireNameLength(length);
        _nesting.Size += length + _nesting.Current.MemberSize;
        _nesting.FollowName(_position - length, length, LeadingBytes.Of(_bytes.AsSpan(_position - length, length)));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void String(string text) => String(text.AsSpan());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void String(scoped ReadOnlySpan<char> text)
    {
        BeginValue(BinaryTag.String, WriterState.StringMember);
        int length = WriteText(text);
        _nesting.Size += length;
        EndMember(length);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Utf8String(scoped ReadOnlySpan<byte> utf8)
    {
        WriteBytes(BinaryTag.String, WriterState.StringMember, utf8);
        if (!Utf8.IsValid(utf8))
        {
            _nesting.Throw(ItemFormatError.InvalidText);
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
        _nesting.CountDepth(value.Depth);
    }

    private void WriteBytes(byte tag, WriterState member, scoped ReadOnlySpan<byte> bytes)
    {
        BeginValue(tag, member, bytes.Length);
        Reserve(bytes.Length + BinaryItemFormat.LengthMax);
        _position += BinaryEncoding.WriteLength(_bytes.AsSpan(_position), bytes.Length);
        bytes.CopyTo(_bytes.AsSpan(_position));
        _position += bytes.Length;
        EndMember(bytes.Length);
    }

    /// <summary>Writes the length and the UTF-8 of a text, and gives the length.</summary>
    private int WriteText(scoped ReadOnlySpan<char> text)
    {
        int bytesMax = checked(text.Length * 3);
        Reserve(bytesMax + BinaryItemFormat.LengthMax);

        // ASCII has as many bytes as characters; anything else may need a longer length, and is moved then
        int prefix = BinaryEncoding.LengthOfLength(text.Length);
        var destination = _bytes.AsSpan(_position);
        if (Ascii.FromUtf16(text, destination[prefix..], out int length) == OperationStatus.Done)
        {
            BinaryEncoding.WriteLength(destination, length);
            _position += prefix + length;
            return length;
        }

        if (Utf8.FromUtf16(text, destination[prefix..], out _, out length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            _nesting.Throw(ItemFormatError.InvalidText);
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

    /// <summary>Starts a value and writes its tag.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void BeginValue(byte tag, WriterState member, int size = 0)
    {
        _nesting.BeginValue(member);
        _nesting.Size += size;
        Reserve(1);
        _bytes[_position++] = tag;
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
    private void Grow(int count) => _bytes = _buffer.Target.Grow(_position, count);
}
