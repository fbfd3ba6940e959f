using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

/// <summary>
/// The first eight bytes of a name or a key as one number: where that of one is greater, it comes later. Names in generated code are constants, of which the
/// compiler knows the number.
/// </summary>
internal static class LeadingBytes
{
    /// <summary>The number; what is shorter counts as if zeros followed it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<byte> bytes)
    {
        int length = bytes.Length;
        if (length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(bytes);
        }

        if (length >= sizeof(uint))
        {
            // both halves have the bytes in the middle, at the same place
            return ((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes) << 32)
                | ((ulong)BinaryPrimitives.ReadUInt32BigEndian(bytes[(length - sizeof(uint))..]) << (8 * (sizeof(ulong) - length)));
        }

        return length == 0
            ? 0
            : ((ulong)bytes[0] << 56) | ((ulong)bytes[length / 2] << (8 * (7 - (length / 2)))) | ((ulong)bytes[length - 1] << (8 * (8 - length)));
    }
}
