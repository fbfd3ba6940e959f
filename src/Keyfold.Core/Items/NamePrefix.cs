using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Keyfold.Items;

/// <summary>
/// The first eight bytes of a name as one number: where that of one name is greater, the name comes later. Names in generated code are constants, of which the
/// compiler knows the number.
/// </summary>
internal static class NamePrefix
{
    /// <summary>The number; a shorter name counts as if zeros followed it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ReadOnlySpan<byte> name)
    {
        int length = name.Length;
        if (length >= sizeof(ulong))
        {
            return BinaryPrimitives.ReadUInt64BigEndian(name);
        }

        if (length >= sizeof(uint))
        {
            // both halves have the bytes in the middle, at the same place
            return ((ulong)BinaryPrimitives.ReadUInt32BigEndian(name) << 32)
                | ((ulong)BinaryPrimitives.ReadUInt32BigEndian(name[(length - sizeof(uint))..]) << (8 * (sizeof(ulong) - length)));
        }

        return length == 0
            ? 0
            : ((ulong)name[0] << 56) | ((ulong)name[length / 2] << (8 * (7 - (length / 2)))) | ((ulong)name[length - 1] << (8 * (8 - length)));
    }
}
