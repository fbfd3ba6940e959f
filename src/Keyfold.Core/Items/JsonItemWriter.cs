using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text.Unicode;

namespace Keyfold.Items;

/// <summary>
/// Writes an item as DynamoDB's JSON, <c>{"Id":{"S":"1"}}</c>, without blanks, to a pooled buffer. Names and set members keep the order of the calls.
/// </summary>
/// <remarks>
/// <para>Not to be copied: pass it by reference. Disposing gives the buffer back; the spans it gave out are void then.</para>
/// <para>What the compiler inlines into one method has a limit. It is left to the names, which are constants there; values are calls, since one inlined as well costs
/// the names of those behind it (25 orders: 12.3 µs instead of 15.3).</para>
/// </remarks>
public ref partial struct JsonItemWriter : IItemWriter, IDisposable
{
    // {"S":" and "}
    private const int NamedStartBytes = 6;
    private const int NamedBytes = 8;

    // {" or ," and ":
    private const int NameStartBytes = 2;
    private const int NameBytes = 4;

    private readonly ItemBuffer _buffer;
    private readonly int _start;
    private byte[] _bytes;
    private int _position;

    // what comes before the next member: the bracket of its container, or a comma
    private byte _separator;
    private WriterNesting _nesting;

    private JsonItemWriter(ItemBuffer buffer, int start)
    {
        _buffer = buffer;
        _start = start;
        _bytes = buffer.Bytes;
        _nesting = new WriterNesting(buffer);
    }

    /// <inheritdoc/>
    public static ItemEncoding Encoding => ItemEncoding.Json;

    /// <inheritdoc/>
    public readonly string Path => _nesting.PathOfNext();

    /// <summary>The bytes so far; after <see cref="EndItem"/> the whole item. Valid until the next call and until disposal.</summary>
    public readonly ReadOnlySpan<byte> WrittenSpan => _bytes.AsSpan(_start, _position - _start);

    /// <summary>Takes a writer with a pooled buffer.</summary>
    public static JsonItemWriter Rent() => new(ItemBuffer.Rent(), start: 0);

    /// <summary>Takes a writer that writes one item behind what a buffer has; the buffer has it when it is ended. Nobody else writes to the buffer before disposal.</summary>
    public static JsonItemWriter Rent(PooledBuffer destination) => new(ItemBuffer.Rent(destination), destination.Length);

    /// <summary>Copies the bytes so far; after <see cref="EndItem"/> the whole item.</summary>
    public readonly byte[] ToArray() => WrittenSpan.ToArray();

    /// <summary>Ends the writer but leaves its bytes where they are, for a request that is answered later.</summary>
    /// <param name="written">The bytes so far.</param>
    /// <returns>The buffer, to be disposed of once nobody reads the bytes any more.</returns>
    public IDisposable Detach(out ReadOnlyMemory<byte> written)
    {
        written = _bytes.AsMemory(_start, _position - _start);
        _bytes = null!;
        return _buffer;
    }

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
        _nesting.Begin(WriterState.Name, _start + 1);
        _position = _start;
        _separator = (byte)'{';
    }

    /// <inheritdoc/>
    public void EndItem()
    {
        _nesting.RequireItemEnd();
        EndNames("}"u8);
        _buffer.Target.Length = _position;
        _nesting.Current.State = WriterState.Idle;
    }

    /// <inheritdoc/>
    public void Name(scoped ReadOnlySpan<byte> utf8Name)
    {
        _nesting.RequireNameLength(utf8Name.Length);
        _nesting.Require(WriterState.Name);
        Span<byte> room = Room(utf8Name.Length + NameBytes);
        if (JsonPlainText.TryCopy(utf8Name, room[NameStartBytes..]))
        {
            EndPlainName(utf8Name, room);
        }
        else
        {
            NameEscaped(utf8Name);
        }
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PlainName(scoped ReadOnlySpan<byte> utf8Name)
    {
        _nesting.RequireNameLength(utf8Name.Length);
        _nesting.Require(WriterState.Name);
        Span<byte> room = Room(utf8Name.Length + NameBytes);
        utf8Name.CopyTo(room[NameStartBytes..]);
        EndPlainName(utf8Name, room);
    }

    /// <inheritdoc/>
    public void Name(scoped ReadOnlySpan<char> name)
    {
        BeginName();
        int start = _position;
        _nesting.RequireNameLength(AppendEscaped(name));
        EndName(start);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void String(string text) => String(text.AsSpan());

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void String(scoped ReadOnlySpan<char> text)
    {
        if (TryBeginNamed(text.Length, out Span<byte> room) && JsonPlainText.TryNarrow(text, room[NamedStartBytes..]))
        {
            EndNamed(room, "{\"S\":\""u8, text.Length);
            return;
        }

        int start = BeginText("{\"S\":\""u8, WriterState.StringMember);
        AppendEscaped(text);
        EndText(start);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Utf8String(scoped ReadOnlySpan<byte> utf8)
    {
        if (TryBeginNamed(utf8.Length, out Span<byte> room) && JsonPlainText.TryCopy(utf8, room[NamedStartBytes..]))
        {
            EndNamed(room, "{\"S\":\""u8, utf8.Length);
            return;
        }

        int start = BeginText("{\"S\":\""u8, WriterState.StringMember);
        if (!Utf8.IsValid(utf8))
        {
            _nesting.Throw(ItemFormatError.InvalidText);
        }

        AppendEscaped(utf8);
        EndText(start);
    }

    /// <inheritdoc/>
    public void Binary(scoped ReadOnlySpan<byte> bytes)
    {
        int start = BeginText("{\"B\":\""u8, WriterState.BinaryMember);
        Reserve(Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        Base64.EncodeToUtf8(bytes, _bytes.AsSpan(_position), out _, out int length);
        _position += length;
        EndText(start);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public void Boolean(bool value)
    {
        BeginValue(WriterState.Value);
        Append(value ? "{\"BOOL\":true}"u8 : "{\"BOOL\":false}"u8);
    }

    /// <inheritdoc/>
    public void Null()
    {
        BeginValue(WriterState.Value);
        Append("{\"NULL\":true}"u8);
    }

    /// <inheritdoc/>
    public void Value(in AttributeValue value) => ItemCodec.WriteValue(ref this, in value);

    /// <inheritdoc/>
    /// <remarks>What nests within the value is not counted against the limit of levels.</remarks>
    public void Raw(scoped ReadOnlySpan<byte> encodedValue)
    {
        BeginValue(_nesting.InSet ? _nesting.Current.State : WriterState.Value);
        int start = _position;
        Append(encodedValue);
        FollowMember(start);
    }

    /// <summary>
    /// Gives room for a string or number of the length, if that follows a name: then it is written at once, and nothing is noted before <see cref="EndNamed"/>.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryBeginNamed(int lengthMax, out Span<byte> room)
    {
        if (_nesting.Current.State != WriterState.NamedValue)
        {
            room = default;
            return false;
        }

        room = Room(checked(lengthMax + NamedBytes));
        return true;
    }

    /// <summary>Puts the start before the content, and the end behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndNamed(Span<byte> room, scoped ReadOnlySpan<byte> start, int length)
    {
        start.CopyTo(room);
        "\"}"u8.CopyTo(room[(NamedStartBytes + length)..]);
        _position += length + NamedBytes;
        _nesting.Current.State = WriterState.Name;
    }

    /// <summary>Starts a string, number or binary value with its quotation mark, and gives the position of that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int BeginText(scoped ReadOnlySpan<byte> start, WriterState member)
    {
        BeginValue(member);
        Append(_nesting.InSet ? "\""u8 : start);
        return _position - 1;
    }

    private void EndText(int start)
    {
        Append(_nesting.InSet ? "\""u8 : "\"}"u8);
        FollowMember(start);
    }

    /// <summary>Puts what belongs around a name that has been copied.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndPlainName(scoped ReadOnlySpan<byte> utf8Name, Span<byte> room)
    {
        room[0] = _separator;
        room[1] = (byte)'"';
        room[NameStartBytes + utf8Name.Length] = (byte)'"';
        room[NameStartBytes + utf8Name.Length + 1] = (byte)':';
        _separator = (byte)',';
        _nesting.FollowName(_position + NameStartBytes, utf8Name.Length, LeadingBytes.Of(utf8Name));
        _position += utf8Name.Length + NameBytes;
    }

    private void BeginName()
    {
        _nesting.Require(WriterState.Name);
        AppendSeparator();
        Append("\""u8);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void NameEscaped(scoped ReadOnlySpan<byte> utf8Name)
    {
        BeginName();
        int start = _position;
        AppendEscaped(utf8Name);
        EndName(start);
    }

    private void EndName(int start)
    {
        int length = _position - start;
        _nesting.FollowName(start, length, LeadingBytes.Of(_bytes.AsSpan(start, length)));
        Append("\":"u8);
    }

    private void BeginValue(WriterState member)
    {
        if (_nesting.Current.State != WriterState.NamedValue)
        {
            AppendSeparator();
        }

        _nesting.BeginValue(member);
    }

    /// <summary>Writes a text with JSON's escapes, and gives the length of its UTF-8 without them.</summary>
    private int AppendEscaped(scoped ReadOnlySpan<char> text)
    {
        Reserve(checked(text.Length * 3));
        var destination = _bytes.AsSpan(_position);
        if (Utf8.FromUtf16(text, destination, out _, out int length, replaceInvalidSequences: false) != OperationStatus.Done)
        {
            _nesting.Throw(ItemFormatError.InvalidText);
        }

        if (JsonEscaping.IsNeeded(destination[..length]))
        {
            AppendEscaped(destination[..length].ToArray());
        }
        else
        {
            _position += length;
        }

        return length;
    }

    private void AppendEscaped(scoped ReadOnlySpan<byte> utf8)
    {
        if (JsonEscaping.IsNeeded(utf8))
        {
            Reserve(checked(utf8.Length * JsonEscaping.ExpansionMax));
            _position += JsonEscaping.Escape(utf8, _bytes.AsSpan(_position));
        }
        else
        {
            Append(utf8);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(scoped ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_position));
        _position += utf8.Length;
    }

    private void AppendSeparator()
    {
        Room(1)[0] = _separator;
        _position++;
        _separator = (byte)',';
    }

    /// <summary>The next bytes, which are not counted as written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Room(int count)
    {
        Reserve(count);
        return _bytes.AsSpan(_position, count);
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
