using System.ComponentModel;
using System.Runtime.CompilerServices;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A list as a list, in its order.</summary>
/// <typeparam name="TList"><see cref="List{T}"/> or an interface that it implements.</typeparam>
/// <typeparam name="T">The type of the elements.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ListCodec<TList, T, TCodec> : ICodec<TList>
    where TList : class, IEnumerable<T>
    where TCodec : ICodec<T>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write<TWriter>(ref TWriter writer, TList value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is null)
        {
            MappingFault.NullValue();
        }

        writer.BeginList();
        Elements.Write<TWriter, T, TCodec>(ref writer, value);
        writer.EndList();
    }

    /// <inheritdoc/>
    public static TList Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        reader.BeginList(out int count);
        var list = new List<T>(count);
        Elements.Read<TReader, T, TCodec>(ref reader, list);
        return (TList)(object)list;
    }
}
