using System.Buffers;
using System.Buffers.Text;
using System.Globalization;

namespace Keyfold.Items;

/// <summary>Base64 as DynamoDB takes it: the standard alphabet, padding required, no blanks, no stray bits after the last byte.</summary>
internal static class JsonBase64
{
    /// <summary>Decodes a text, and gives the number of bytes.</summary>
    /// <exception cref="ItemFormatException">The text is no base64; the reason tells the three cases that DynamoDB tells apart.</exception>
    public static int Decode(ReadOnlySpan<byte> text, Span<byte> destination)
    {
        if (text.Length % 4 != 0)
        {
            throw new ItemFormatException(ItemFormatError.Base64Length, detail: text.Length.ToString(CultureInfo.InvariantCulture));
        }

        // .NET passes over blanks
        if (text.ContainsAny(" \t\r\n"u8))
        {
            throw new ItemFormatException(ItemFormatError.Base64Character);
        }

        if (HasStrayBits(text))
        {
            throw new ItemFormatException(ItemFormatError.Base64StrayBits);
        }

        var status = Base64.DecodeFromUtf8(text, destination, out _, out int length);
        return status == OperationStatus.Done ? length : throw new ItemFormatException(ItemFormatError.Base64Character);
    }

    private static bool HasStrayBits(ReadOnlySpan<byte> text) => text switch
    {
        [.., var last, (byte)'=', (byte)'='] => (Digit(last) & 0xF) != 0,
        [.., var last, (byte)'='] => (Digit(last) & 0x3) != 0,
        _ => false,
    };

    // the value of a character in the alphabet; 0 for another, which decoding will refuse
    private static int Digit(byte character) => character switch
    {
        >= (byte)'A' and <= (byte)'Z' => character - 'A',
        >= (byte)'a' and <= (byte)'z' => character - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => character - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => 0,
    };
}
