using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using Keyfold.Items;

namespace Keyfold.Engine.Evaluation;

/// <summary>
/// Builds an item of pieces of other items. The bytes grow in a buffer that each thread keeps for its next item, so that the finished item, of exactly its
/// length, is all that is allocated.
/// </summary>
/// <remarks>Not to be copied: pass it by reference. Who gives up on an item need not give the buffer back; the next one is new then.</remarks>
internal ref struct SpliceBuffer
{
    // an item of the greatest size fits; what an oversized result needed is not kept
    private const int KeptBytesMax = 1 << 20;
    private const int InitialBytes = 4096;

    [ThreadStatic]
    private static byte[]? Kept;

    private byte[] _bytes;

    private SpliceBuffer(byte[] bytes)
    {
        _bytes = bytes;
        Length = BinaryItemFormat.HeaderLength;
    }

    /// <summary>The bytes so far, among them room for the item's header.</summary>
    public int Length { get; private set; }

    /// <summary>Takes the thread's buffer, or a new one while another item is being built.</summary>
    public static SpliceBuffer Rent()
    {
        byte[]? kept = Kept;
        Kept = null;
        return new SpliceBuffer(kept ?? new byte[InitialBytes]);
    }

    /// <summary>Gives the buffer back to the thread.</summary>
    public readonly void Dispose()
    {
        if (_bytes.Length <= KeptBytesMax)
        {
            Kept = _bytes;
        }
    }

    /// <summary>The bytes from a position on. Valid until the next write.</summary>
    public readonly ReadOnlySpan<byte> WrittenFrom(int position) => _bytes.AsSpan(position, Length - position);

    /// <summary>Drops what came after a position.</summary>
    public void Truncate(int position) => Length = position;

    /// <summary>Copies bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(Reserve(bytes.Length));
        Length += bytes.Length;
    }

    /// <summary>Writes the name of the value that comes next.</summary>
    public void AppendName(ReadOnlySpan<byte> name)
    {
        Length += BinaryEncoding.WriteLength(Reserve(BinaryItemFormat.LengthMax), name.Length);
        Append(name);
    }

    /// <summary>Writes a number.</summary>
    public void AppendNumber(in Number number) => Length += EncodedLiteral.WriteNumber(Reserve(BinaryItemFormat.NumberMax), number);

    /// <summary>Encodes a literal.</summary>
    public void AppendLiteral(in AttributeValue value)
    {
        Span<byte> scratch = Reserve(EncodedLiteral.ScratchLength);
        int length = EncodedLiteral.TryEncode(value, scratch);
        if (length > 0)
        {
            Length += length;
            return;
        }

        BinaryItemWriter writer = BinaryItemWriter.Rent();
        try
        {
            writer.BeginSingleValue();
            writer.Value(value);
            Append(writer.WrittenSpan);
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Starts a list, map or set; gives the position to end it with.</summary>
    public int BeginContainer(byte tag)
    {
        Reserve(1 + BinaryItemFormat.ContainerHeaderLength)[0] = tag;
        return Length += 1 + BinaryItemFormat.ContainerHeaderLength;
    }

    /// <summary>Ends a list, map or set.</summary>
    /// <param name="start">What its beginning gave.</param>
    /// <param name="count">The number of its elements, attributes or members.</param>
    public readonly void EndContainer(int start, int count)
    {
        Span<byte> header = _bytes.AsSpan(start - BinaryItemFormat.ContainerHeaderLength);
        BinaryPrimitives.WriteInt32LittleEndian(header, Length - start);
        BinaryPrimitives.WriteInt32LittleEndian(header[sizeof(int)..], count);
    }

    /// <summary>Writes the header and copies the item.</summary>
    public readonly byte[] ToItem(int depth, int count, int size)
    {
        _bytes[0] = BinaryItemFormat.Version;
        _bytes[BinaryItemFormat.DepthOffset] = (byte)depth;
        BinaryPrimitives.WriteUInt16LittleEndian(_bytes.AsSpan(BinaryItemFormat.CountOffset), (ushort)Math.Min(count, ushort.MaxValue));
        BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(BinaryItemFormat.SizeOffset), size);
        return WrittenFrom(0).ToArray();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Span<byte> Reserve(int count)
    {
        if (_bytes.Length - Length < count)
        {
            Grow(count);
        }

        return _bytes.AsSpan(Length);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Grow(int count)
    {
        byte[] larger = GC.AllocateUninitializedArray<byte>((int)Math.Max(2L * _bytes.Length, (long)Length + count));
        WrittenFrom(0).CopyTo(larger);
        _bytes = larger;
    }
}
