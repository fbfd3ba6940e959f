using System.Text;
using System.Text.Unicode;
using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>
/// Encodes the literals of expressions. The encoding is canonical, so that a literal once encoded is compared with a stored value byte by byte, and two
/// literals or two stored values are no cases of their own.
/// </summary>
internal static class EncodedLiteral
{
    /// <summary>Room for scalars: every number, and strings and binaries of up to 250 bytes.</summary>
    public const int ScratchLength = 256;

    // tag and the varint of a length
    private const int PrefixMax = 1 + BinaryItemFormat.LengthMax;

    /// <summary>Encodes a literal into the scratch space if it fits; a list, map, set or long text is allocated.</summary>
    /// <param name="value">The literal.</param>
    /// <param name="scratch">At least <see cref="ScratchLength"/> bytes, in use as long as the result is.</param>
    public static EncodedValue Encode(scoped in AttributeValue value, Span<byte> scratch)
    {
        int length = TryEncode(value, scratch);
        return new EncodedValue(length > 0 ? scratch[..length] : ItemCodec.EncodeValue(value));
    }

    /// <summary>Encodes a scalar that fits into a span of at least <see cref="ScratchLength"/> bytes; gives its length, or 0 for anything else.</summary>
    public static int TryEncode(scoped in AttributeValue value, Span<byte> destination) => value.Type switch
    {
        AttributeType.Number => WriteNumber(destination, value.AsNumber()),
        AttributeType.String => WriteString(destination, value.AsString()),
        AttributeType.Binary => WriteBinary(destination, value.AsBinary().Span),
        AttributeType.Boolean => WriteTag(destination, value.AsBoolean() ? BinaryTag.True : BinaryTag.False),
        AttributeType.Null => WriteTag(destination, BinaryTag.Null),
        _ => 0,
    };

    /// <summary>Writes a number to a span of at least <see cref="BinaryItemFormat.NumberMax"/> bytes; gives the length.</summary>
    public static int WriteNumber(Span<byte> destination, in Number number)
    {
        if (number.TryGetInt64(out long integer))
        {
            return BinaryEncoding.WriteInteger(destination, integer);
        }

        number.Decompose(out bool negative, out UInt128 coefficient, out int exponent);
        return BinaryEncoding.WriteDecimal(destination, negative, coefficient, PowersOfTen.CountDigits(coefficient), exponent);
    }

    private static int WriteTag(Span<byte> destination, byte tag)
    {
        destination[0] = tag;
        return 1;
    }

    // 0 when it does not fit, or is no valid text, which the item writer reports
    private static int WriteString(Span<byte> destination, string text)
    {
        if (text.Length > destination.Length - PrefixMax || Encoding.UTF8.GetByteCount(text) is var length && length > destination.Length - PrefixMax)
        {
            return 0;
        }

        destination[0] = BinaryTag.String;
        int start = 1 + BinaryEncoding.WriteLength(destination[1..], length);
        return Utf8.FromUtf16(text, destination[start..], out _, out int written, replaceInvalidSequences: false) == System.Buffers.OperationStatus.Done
            ? start + written
            : 0;
    }

    private static int WriteBinary(Span<byte> destination, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > destination.Length - PrefixMax)
        {
            return 0;
        }

        destination[0] = BinaryTag.Binary;
        int start = 1 + BinaryEncoding.WriteLength(destination[1..], bytes.Length);
        bytes.CopyTo(destination[start..]);
        return start + bytes.Length;
    }
}
