using System.ComponentModel;
using System.Runtime.CompilerServices;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A document as a map.</summary>
/// <typeparam name="T">The document's type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DocumentCodec<T> : ICodec<T>
    where T : notnull, IDocument<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TWriter>(ref TWriter writer, T value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is null)
        {
            MappingFault.NullValue();
        }

        writer.BeginMap();
        T.Write(ref writer, value);
        writer.EndMap();
    }

    /// <inheritdoc/>
    public static T Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginMap();
        return T.Read(ref reader);
    }
}
