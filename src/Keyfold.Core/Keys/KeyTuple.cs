namespace Keyfold.Keys;

/// <summary>
/// Several values as bytes whose unsigned order is that of the values one after the other, for indexes with keys of several attributes. Each element ends by
/// itself, so that the bytes of the first elements are the start of the bytes of all: a range over them is a range of bytes.
/// </summary>
/// <remarks>
/// Strings (as UTF-8) and binary values: each byte 00 is written as 00 FF, and 00 01 ends the element. Numbers: <see cref="KeyNumber"/>. The types are not
/// written; whoever reads knows them from the index.
/// </remarks>
public static class KeyTuple
{
    private const byte Escaped = 0xFF;
    private const byte End = 0x01;

    /// <summary>The length of the longest encoding of a text or binary value of so many bytes.</summary>
    public static int LengthMax(int contentLength) => checked((2 * contentLength) + 2);

    /// <summary>Encodes a string's UTF-8 or a binary value.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="destination">Where to write; <see cref="LengthMax"/> bytes are always enough.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Encode(ReadOnlySpan<byte> content, Span<byte> destination)
    {
        int length = EncodePrefix(content, destination);
        destination[length] = 0;
        destination[length + 1] = End;
        return length + 2;
    }

    /// <summary>Encodes the start of a string's UTF-8 or of a binary value without its end: the common start of all elements that continue it.</summary>
    /// <inheritdoc cref="Encode" path="/param"/>
    /// <inheritdoc cref="Encode" path="/returns"/>
    public static int EncodePrefix(ReadOnlySpan<byte> content, Span<byte> destination)
    {
        int length = 0;
        while (true)
        {
            int zero = content.IndexOf((byte)0);
            int run = zero < 0 ? content.Length : zero + 1;
            content[..run].CopyTo(destination[length..]);
            length += run;
            if (zero < 0)
            {
                return length;
            }

            destination[length++] = Escaped;
            content = content[run..];
        }
    }

    /// <summary>Reads the string's UTF-8 or the binary value that the bytes start with.</summary>
    /// <param name="bytes">An encoded element, and perhaps more.</param>
    /// <param name="destination">Where to write the content, which is never longer than the bytes.</param>
    /// <param name="contentLength">The length of the content.</param>
    /// <param name="length">The number of bytes that the element takes.</param>
    /// <returns>False if the bytes do not start with an encoded element.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, Span<byte> destination, out int contentLength, out int length)
    {
        contentLength = 0;
        length = 0;
        while (true)
        {
            int zero = bytes[length..].IndexOf((byte)0);
            if (zero < 0 || length + zero + 1 >= bytes.Length)
            {
                return false;
            }

            bytes.Slice(length, zero).CopyTo(destination[contentLength..]);
            contentLength += zero;
            byte mark = bytes[length + zero + 1];
            length += zero + 2;
            if (mark != Escaped)
            {
                return mark == End;
            }

            destination[contentLength++] = 0;
        }
    }
}
