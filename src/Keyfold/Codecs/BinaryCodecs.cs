using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>An array of bytes as a binary value.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct BytesCodec : ICodec<byte[]>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, byte[] value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is null)
        {
            MappingFault.NullValue();
        }

        writer.Binary(value);
    }

    /// <inheritdoc/>
    public static byte[] Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct => reader.GetBinary().ToArray();
}

/// <summary>Memory as a binary value; read, it is an array of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct MemoryCodec : ICodec<ReadOnlyMemory<byte>>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, ReadOnlyMemory<byte> value)
        where TWriter : struct, IItemWriter, allows ref struct => writer.Binary(value.Span);

    /// <inheritdoc/>
    public static ReadOnlyMemory<byte> Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct => reader.GetBinary().ToArray();
}
