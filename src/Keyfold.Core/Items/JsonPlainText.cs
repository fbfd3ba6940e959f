using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Keyfold.Items;

/// <summary>
/// Copies texts that stand for themselves in JSON, as most do: ASCII without quotation mark, backslash and control characters. One pass looks and copies, and where
/// a text is no multiple of a block, its last block overlaps the one before. Whatever is otherwise is left to <see cref="JsonEscaping"/>.
/// </summary>
internal static class JsonPlainText
{
    private const ulong Ones = 0x0101_0101_0101_0101;
    private const ulong Highs = 0x8080_8080_8080_8080;

    /// <summary>Copies UTF-8 to a destination that is long enough.</summary>
    /// <returns>False if a byte is not plain; what was written has no meaning then.</returns>
    public static bool TryCopy(ReadOnlySpan<byte> utf8, Span<byte> destination)
    {
        destination = destination[..utf8.Length];
        ref byte source = ref MemoryMarshal.GetReference(utf8);
        ref byte target = ref MemoryMarshal.GetReference(destination);
        switch (utf8.Length)
        {
            case >= 16:
                return TryCopyBlocks(ref source, ref target, utf8.Length);
            case >= 8:
                ulong start = Unsafe.ReadUnaligned<ulong>(ref source);
                ulong end = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref source, utf8.Length - 8));
                Unsafe.WriteUnaligned(ref target, start);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, utf8.Length - 8), end);
                return (Unusual(start) | Unusual(end)) == 0;
            case >= 4:
                uint first = Unsafe.ReadUnaligned<uint>(ref source);
                uint last = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref source, utf8.Length - 4));
                Unsafe.WriteUnaligned(ref target, first);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, utf8.Length - 4), last);
                return Unusual(first | ((ulong)last << 32)) == 0;
            case > 0:
                return TryPlace(source, Unsafe.Add(ref source, utf8.Length / 2), Unsafe.Add(ref source, utf8.Length - 1), destination);
            default:
                return true;
        }
    }

    /// <summary>Writes a text as ASCII to a destination that is long enough.</summary>
    /// <returns>False if a character is not plain; what was written has no meaning then.</returns>
    public static bool TryNarrow(ReadOnlySpan<char> text, Span<byte> destination)
    {
        destination = destination[..text.Length];
        ref ushort source = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        ref byte target = ref MemoryMarshal.GetReference(destination);
        switch (text.Length)
        {
            case >= 16:
                return TryNarrowBlocks(ref source, ref target, text.Length);
            case >= 8:
                Vector128<byte> both = Narrow(ref source, ref Unsafe.Add(ref source, text.Length - 8));
                Unsafe.WriteUnaligned(ref target, both.AsUInt64().GetElement(0));
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, text.Length - 8), both.AsUInt64().GetElement(1));
                return Unusual(both) == Vector128<byte>.Zero;
            case >= 4:
                ulong first = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref source));
                ulong last = Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<ushort, byte>(ref Unsafe.Add(ref source, text.Length - 4)));
                Vector128<ushort> wide = Vector128.Create(first, last).AsUInt16();
                ulong narrow = Vector128.NarrowWithSaturation(wide, wide).AsUInt64().ToScalar();
                Unsafe.WriteUnaligned(ref target, (uint)narrow);
                Unsafe.WriteUnaligned(ref Unsafe.Add(ref target, text.Length - 4), (uint)(narrow >> 32));
                return Unusual(narrow) == 0;
            case > 0:
                return TryPlace(source, Unsafe.Add(ref source, text.Length / 2), Unsafe.Add(ref source, text.Length - 1), destination);
            default:
                return true;
        }
    }

    private static bool TryCopyBlocks(ref byte source, ref byte target, int length)
    {
        Vector128<byte> unusual = Vector128<byte>.Zero;
        for (int i = 0; i < length - 16; i += 16)
        {
            Vector128<byte> block = Vector128.LoadUnsafe(ref source, (nuint)i);
            block.StoreUnsafe(ref target, (nuint)i);
            unusual |= Unusual(block);
        }

        Vector128<byte> last = Vector128.LoadUnsafe(ref source, (nuint)(length - 16));
        last.StoreUnsafe(ref target, (nuint)(length - 16));
        return (unusual | Unusual(last)) == Vector128<byte>.Zero;
    }

    private static bool TryNarrowBlocks(ref ushort source, ref byte target, int length)
    {
        Vector128<byte> unusual = Vector128<byte>.Zero;
        for (int i = 0; i < length - 16; i += 16)
        {
            Vector128<byte> block = Narrow(ref Unsafe.Add(ref source, i), ref Unsafe.Add(ref source, i + 8));
            block.StoreUnsafe(ref target, (nuint)i);
            unusual |= Unusual(block);
        }

        Vector128<byte> last = Narrow(ref Unsafe.Add(ref source, length - 16), ref Unsafe.Add(ref source, length - 8));
        last.StoreUnsafe(ref target, (nuint)(length - 16));
        return (unusual | Unusual(last)) == Vector128<byte>.Zero;
    }

    /// <summary>Eight characters from each place; one beyond a byte becomes 255, which is not plain.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Narrow(ref ushort lower, ref ushort upper) =>
        Vector128.NarrowWithSaturation(Vector128.LoadUnsafe(ref lower), Vector128.LoadUnsafe(ref upper));

    /// <summary>Marks the bytes that are not plain. Those above ASCII are below zero as signed ones, and so below a blank.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Unusual(Vector128<byte> bytes) =>
        Vector128.LessThan(bytes.AsSByte(), Vector128.Create((sbyte)' ')).AsByte()
        | Vector128.Equals(bytes, Vector128.Create((byte)'"'))
        | Vector128.Equals(bytes, Vector128.Create((byte)'\\'));

    // "Determine if a word has a byte less than n", Bit Twiddling Hacks by S. E. Anderson: exact as to whether there is one
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Unusual(ulong bytes)
    {
        ulong quote = bytes ^ (Ones * '"');
        ulong backslash = bytes ^ (Ones * '\\');
        return (bytes | (bytes - (Ones * ' ')) | ((quote - Ones) & ~quote) | ((backslash - Ones) & ~backslash)) & Highs;
    }

    /// <summary>Writes one to three characters: of one or two, some are the same.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPlace(uint first, uint middle, uint last, Span<byte> destination)
    {
        destination[0] = (byte)first;
        destination[destination.Length / 2] = (byte)middle;
        destination[^1] = (byte)last;

        // blanks fill the rest, which are plain
        ulong bytes = (Ones * ' ') << 24 | last << 16 | middle << 8 | first;
        return (first | middle | last) <= byte.MaxValue && Unusual(bytes) == 0;
    }
}
