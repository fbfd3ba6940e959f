using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

/// <summary>
/// Reads the parts of the binary encoding. Each method takes the bytes, a position to move on, and an end that the part must not cross; what crosses it, or
/// cannot be what the format says, is <see cref="ItemFormatError.Corrupt"/>.
/// </summary>
internal static class BinaryDecoding
{
    /// <summary>Reads a length and checks that so many bytes follow it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int ReadLength(ReadOnlySpan<byte> bytes, ref int position, int end)
    {
        if (position < end)
        {
            int length = bytes[position];
            if (length < 0x80 && length < end - position)
            {
                position++;
                return length;
            }
        }

        return ReadLongLength(bytes, ref position, end);
    }

    /// <summary>Reads the varint of a signed integer.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long ReadInteger(ReadOnlySpan<byte> bytes, ref int position, int end)
    {
        if (position < end && bytes[position] is < 0x80 and byte single)
        {
            position++;
            return (single >> 1) ^ -(single & 1);
        }

        ulong zigzag = ReadVarint(bytes, ref position, end);
        return (long)(zigzag >> 1) ^ -(long)(zigzag & 1);
    }

    /// <summary>Reads the payload of a number in decimal form.</summary>
    public static Number ReadDecimal(ReadOnlySpan<byte> bytes, ref int position, int end)
    {
        int count = ReadCoefficientLength(bytes, position, end);
        int magnitude = bytes[position] - BinaryItemFormat.MagnitudeBias;
        bool negative = bytes[position + 1] >= 0x80;
        UInt128 coefficient = ReadCoefficient(bytes.Slice(position + 2, count));
        position += 2 + count;
        int digits = PowersOfTen.CountDigits(coefficient);
        if (digits > Limits.NumberDigitsMax || magnitude > Limits.NumberExponentMax || coefficient == UInt128.Zero)
        {
            ItemFormatException.ThrowCorrupt();
        }

        return Number.CreateStripped(negative, coefficient, digits, magnitude - digits + 1);
    }

    /// <summary>Reads the byte length and the count of a container; gives the count, and the end of its content.</summary>
    public static int ReadContainer(ReadOnlySpan<byte> bytes, ref int position, int end, out int contentEnd)
    {
        if (end - position < BinaryItemFormat.ContainerHeaderLength)
        {
            ItemFormatException.ThrowCorrupt();
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[position..]);
        uint count = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(position + 4)..]);
        position += BinaryItemFormat.ContainerHeaderLength;

        // a value has at least one byte, so that no reader prepares for more elements than there can be
        if (length > (uint)(end - position) || count > length)
        {
            ItemFormatException.ThrowCorrupt();
        }

        contentEnd = position + (int)length;
        return (int)count;
    }

    /// <summary>The position behind the value at a position.</summary>
    public static int SkipValue(ReadOnlySpan<byte> bytes, int position, int end)
    {
        if (position >= end)
        {
            ItemFormatException.ThrowCorrupt();
        }

        byte tag = bytes[position++];
        switch (tag)
        {
            case BinaryTag.String or BinaryTag.Binary:
                int length = ReadLength(bytes, ref position, end);
                return position + length;
            case BinaryTag.Integer:
                ReadInteger(bytes, ref position, end);
                return position;
            case BinaryTag.Decimal:
                return position + 2 + ReadCoefficientLength(bytes, position, end);
            case BinaryTag.False or BinaryTag.True or BinaryTag.Null:
                return position;
            case >= BinaryTag.List and <= BinaryTag.BinarySet:
                ReadContainer(bytes, ref position, end, out int contentEnd);
                return contentEnd;
            default:
                ItemFormatException.ThrowCorrupt();
                return end;
        }
    }

    /// <summary>The number of coefficient bytes, which follow the two bytes at a position.</summary>
    private static int ReadCoefficientLength(ReadOnlySpan<byte> bytes, int position, int end)
    {
        int count = position + 2 <= end ? bytes[position + 1] & 0x7F : 0;
        if (count is < 1 or > 16 || count > end - position - 2)
        {
            ItemFormatException.ThrowCorrupt();
        }

        return count;
    }

    private static UInt128 ReadCoefficient(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > 8)
        {
            return new UInt128(ReadUInt64(bytes[8..]), BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }

        return ReadUInt64(bytes);
    }

    private static ulong ReadUInt64(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        for (int i = bytes.Length - 1; i >= 0; i--)
        {
            value = (value << 8) | bytes[i];
        }

        return value;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ReadLongLength(ReadOnlySpan<byte> bytes, ref int position, int end)
    {
        ulong length = ReadVarint(bytes, ref position, end);
        if (length > (uint)(end - position))
        {
            ItemFormatException.ThrowCorrupt();
        }

        return (int)length;
    }

    private static ulong ReadVarint(ReadOnlySpan<byte> bytes, ref int position, int end)
    {
        ulong value = 0;
        for (int shift = 0; shift < 70 && position < end; shift += 7)
        {
            byte next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        ItemFormatException.ThrowCorrupt();
        return 0;
    }
}
