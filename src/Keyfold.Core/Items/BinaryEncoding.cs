using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

/// <summary>Writes the parts of the binary encoding to a span that is long enough, and tells how many bytes they took.</summary>
internal static class BinaryEncoding
{
    /// <summary>The number of bytes of a length's varint.</summary>
    public static int LengthOfLength(int length) => length switch
    {
        < 1 << 7 => 1,
        < 1 << 14 => 2,
        < 1 << 21 => 3,
        < 1 << 28 => 4,
        _ => 5,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int WriteLength(Span<byte> destination, int length)
    {
        if (length < 0x80)
        {
            destination[0] = (byte)length;
            return 1;
        }

        return WriteVarint(destination, (uint)length);
    }

    /// <summary>Tag and payload of an integer.</summary>
    public static int WriteInteger(Span<byte> destination, long value)
    {
        destination[0] = BinaryTag.Integer;
        ulong zigzag = (ulong)((value << 1) ^ (value >> 63));
        if (zigzag < 0x80)
        {
            destination[1] = (byte)zigzag;
            return 2;
        }

        return 1 + WriteVarint(destination[1..], zigzag);
    }

    /// <summary>Tag and payload of a number that is no long. The destination must have <see cref="BinaryItemFormat.NumberMax"/> bytes.</summary>
    public static int WriteDecimal(Span<byte> destination, bool negative, UInt128 coefficient, int digits, int exponent)
    {
        int count = 16 - ((int)UInt128.LeadingZeroCount(coefficient) >> 3);
        destination[0] = BinaryTag.Decimal;
        destination[1] = (byte)(exponent + digits - 1 + BinaryItemFormat.MagnitudeBias);
        destination[2] = (byte)(count | (negative ? 0x80 : 0));

        // all 16 bytes are written; what follows the number overwrites the zeros
        BinaryPrimitives.WriteUInt128LittleEndian(destination[3..], coefficient);
        return 3 + count;
    }

    private static int WriteVarint(Span<byte> destination, ulong value)
    {
        int index = 0;
        while (value >= 0x80)
        {
            destination[index++] = (byte)(value | 0x80);
            value >>= 7;
        }

        destination[index++] = (byte)value;
        return index;
    }
}
