using System.Collections.Immutable;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>An array as a list. (An array of bytes is a binary value: <see cref="BytesCodec"/>.)</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ArrayCodec<T, TCodec> : ICodec<T[]>
    where TCodec : ICodec<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TWriter>(ref TWriter writer, T[] value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is null)
        {
            MappingFault.NullValue();
        }

        writer.BeginList();
        Elements.Write<TWriter, T, TCodec>(ref writer, value.AsSpan());
        writer.EndList();
    }

    /// <inheritdoc/>
    public static T[] Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginList(out int count);
        if (count == 0)
        {
            var list = new List<T>();
            Elements.Read<TReader, T, TCodec>(ref reader, list);
            return [.. list];
        }

        var array = new T[count];
        int index = 0;
        try
        {
            while (reader.NextElement())
            {
                array[index] = TCodec.Read(ref reader);
                index++;
            }
        }
        catch (Exception error) when (MappingPath.Add(error, index))
        {
            throw;
        }

        return array;
    }
}

/// <summary>An immutable array as a list; the default one is refused, as null is.</summary>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ImmutableArrayCodec<T, TCodec> : ICodec<ImmutableArray<T>>
    where TCodec : ICodec<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TWriter>(ref TWriter writer, ImmutableArray<T> value)
        where TWriter : struct, IItemWriter, allows ref struct =>
        ArrayCodec<T, TCodec>.Write(ref writer, ImmutableCollectionsMarshal.AsArray(value)!);

    /// <inheritdoc/>
    public static ImmutableArray<T> Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct =>
        ImmutableCollectionsMarshal.AsImmutableArray(ArrayCodec<T, TCodec>.Read(ref reader));
}
