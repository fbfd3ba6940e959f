using System.Runtime.InteropServices;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>Writes and reads the elements of lists and sets.</summary>
internal static class Elements
{
    public static void Write<TWriter, T, TCodec>(ref TWriter writer, IEnumerable<T> values)
        where TWriter : struct, IItemWriter, allows ref struct
        where TCodec : ICodec<T>
    {
        switch (values)
        {
            case List<T> list:
                Write<TWriter, T, TCodec>(ref writer, CollectionsMarshal.AsSpan(list));
                break;
            case T[] array:
                Write<TWriter, T, TCodec>(ref writer, array.AsSpan());
                break;
            default:
                WriteEnumerated<TWriter, T, TCodec>(ref writer, values);
                break;
        }
    }

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
