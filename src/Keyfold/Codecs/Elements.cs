using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>
/// Writes and reads the elements of lists and sets. Writing is inlined into the entity's own method: there the codec is known, while code shared by all classes
/// would look it up for each element.
/// </summary>
internal static class Elements
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TWriter, T, TCodec>(ref TWriter writer, IEnumerable<T> values)
        where TWriter : struct, IItemWriter, allows ref struct
        where TCodec : ICodec<T>
    {
        if (values is T[] array)
        {
            Write<TWriter, T, TCodec>(ref writer, new ReadOnlySpan<T>(array));
        }
        else if (values is List<T> list)
        {
            Write<TWriter, T, TCodec>(ref writer, (ReadOnlySpan<T>)CollectionsMarshal.AsSpan(list));
        }
        else
        {
            WriteEnumerated<TWriter, T, TCodec>(ref writer, values);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TWriter, T, TCodec>(ref TWriter writer, ReadOnlySpan<T> values)
        where TWriter : struct, IItemWriter, allows ref struct
        where TCodec : ICodec<T>
    {
        foreach (T value in values)
        {
            TCodec.Write(ref writer, value);
        }
    }

    public static void Read<TReader, T, TCodec>(ref TReader reader, ICollection<T> values)
        where TReader : struct, IItemReader, allows ref struct
        where TCodec : ICodec<T>
    {
        try
        {
            while (reader.NextElement())
            {
                values.Add(TCodec.Read(ref reader));
            }
        }
        catch (Exception error) when (MappingPath.Add(error, values.Count))
        {
            throw;
        }
    }

    private static void WriteEnumerated<TWriter, T, TCodec>(ref TWriter writer, IEnumerable<T> values)
        where TWriter : struct, IItemWriter, allows ref struct
        where TCodec : ICodec<T>
    {
        foreach (T value in values)
        {
            TCodec.Write(ref writer, value);
        }
    }
}
