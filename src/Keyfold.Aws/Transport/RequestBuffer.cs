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
internal sealed class RequestBuffer
{
    private const int InitialBytes = 2048;
    private const int KeptBytesMax = 1 << 18;
    private const int IntegerLengthMax = 11;

    private static readonly Slots<RequestBuffer> Pool = new();

    /// <summary>Prints the expressions of one request or of one action of a transaction.</summary>
    public ExpressionPrinter Expressions { get; } = new();

    /// <summary>The body so far.</summary>
    public PooledBuffer Body { get; } = new(InitialBytes);

    public static RequestBuffer Rent() => Pool.Take() ?? new RequestBuffer();

    public void Return()
    {
        if (Body.Capacity <= KeptBytesMax)
        {
            Body.Clear();
            Expressions.Clear();
            Pool.Keep(this);
        }
        else
        {
            Body.Dispose();
        }
    }

    /// <summary>Appends JSON as it is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Raw(ReadOnlySpan<byte> utf8) => Body.Append(utf8);

    /// <summary>Appends a JSON string without its quotation marks.</summary>
    public void Escaped(ReadOnlySpan<byte> utf8)
    {
        if (JsonEscaping.IsNeeded(utf8))
        {
            Body.Advance(JsonEscaping.Escape(utf8, Body.GetSpan(checked(utf8.Length * JsonEscaping.ExpansionMax))));
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
        Utf8Formatter.TryFormat(value, Body.GetSpan(IntegerLengthMax), out int length);
        Body.Advance(length);
    }

    public void Number(in Number value)
    {
        value.TryFormat(Body.GetSpan(Items.Number.TextLengthMax), out int length);
        Body.Advance(length);
    }

    /// <summary>Appends bytes as base64.</summary>
    public void Base64(ReadOnlySpan<byte> bytes)
    {
        System.Buffers.Text.Base64.EncodeToUtf8(bytes, Body.GetSpan(System.Buffers.Text.Base64.GetMaxEncodedToUtf8Length(bytes.Length)), out _, out int length);
        Body.Advance(length);
    }

    /// <summary>Appends an item.</summary>
    public void Item(Item item)
    {
        JsonItemWriter writer = JsonItemWriter.Rent(Body);
        try
        {
            ItemCodec.Write(ref writer, item);
        }
        finally
        {
            writer.Dispose();
        }
    }
}
