using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Text;
using Keyfold.Items;
using Keyfold.Protocol.Expressions;

namespace Keyfold.Aws.Transport;

/// <summary>
/// The body of a request while it is written and sent, with the printer of its expressions. One owner at a time: <see cref="Rent"/> gives it,
/// <see cref="Return"/> takes it back, and a buffer whose request did not end well is left to the garbage collector, since a socket may still read it.
/// </summary>
internal sealed class RequestBuffer : IBufferWriter<byte>
{
    private const int InitialBytes = 2048;
    private const int KeptBytesMax = 1 << 18;
    private const int IntegerLengthMax = 11;

    private static readonly Slots<RequestBuffer> Pool = new();

    private byte[] _bytes = new byte[InitialBytes];
    private int _length;

    /// <summary>Prints the expressions of one request or of one action of a transaction.</summary>
    public ExpressionPrinter Expressions { get; } = new();

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _length);

    public static RequestBuffer Rent() => Pool.Take() ?? new RequestBuffer();

    public void Return()
    {
        if (_bytes.Length <= KeptBytesMax)
        {
            _length = 0;
            Expressions.Clear();
            Pool.Keep(this);
        }
    }

    /// <summary>Appends JSON as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_length));
        _length += utf8.Length;
    }

    /// <summary>Appends a JSON string without its quotation marks.</summary>
    public void Escaped(ReadOnlySpan<byte> utf8)
    {
        if (JsonEscaping.IsNeeded(utf8))
        {
            Reserve(checked(utf8.Length * JsonEscaping.ExpansionMax));
            _length += JsonEscaping.Escape(utf8, _bytes.AsSpan(_length));
        }
        else
        {
            Raw(utf8);
        }
    }

    /// <summary>Appends a JSON string with its quotation marks.</summary>
    public void Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    /// <summary>Appends a JSON string with its quotation marks.</summary>
    public void Text(ReadOnlySpan<byte> utf8)
    {
        Raw("\""u8);
        Escaped(utf8);
        Raw("\""u8);
    }

    public void Integer(int value)
    {
        Reserve(IntegerLengthMax);
        Utf8Formatter.TryFormat(value, _bytes.AsSpan(_length), out int length);
        _length += length;
    }

    /// <summary>Appends bytes as base64.</summary>
    public void Base64(ReadOnlySpan<byte> bytes)
    {
        Reserve(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length));
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, _bytes.AsSpan(_length), out _, out int length);
        _length += length;
    }

    /// <summary>Appends an item.</summary>
    public void Item(Item item)
    {
        JsonItemWriter writer = JsonItemWriter.Rent();
        try
        {
            ItemCodec.Write(ref writer, item);
            Raw(writer.WrittenSpan);
        }
        finally
        {
            writer.Dispose();
        }
    }

    public void Advance(int count) => _length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0)
    {
        Reserve(Math.Max(sizeHint, 1));
        return _bytes.AsSpan(_length);
    }

    private void Reserve(int count)
    {
        if (_bytes.Length - _length < count)
        {
            Grow(count);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        byte[] larger = GC.AllocateUninitializedArray<byte>(Math.Max(checked(_length + count), 2 * _bytes.Length));
        _bytes.AsSpan(0, _length).CopyTo(larger);
        _bytes = larger;
    }
}
