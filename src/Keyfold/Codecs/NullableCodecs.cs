using System.ComponentModel;
using Keyfold.Items;

namespace Keyfold.Codecs;

/// <summary>A nullable struct: null as NULL, a value as its codec has it.</summary>
/// <typeparam name="T">The struct.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableCodec<T, TCodec> : ICodec<T?>
    where T : struct
    where TCodec : ICodec<T>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, T? value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is { } present)
        {
            TCodec.Write(ref writer, present);
        }
        else
        {
            writer.Null();
        }
    }

    /// <inheritdoc/>
    public static T? Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        if (reader.Type == AttributeType.Null)
        {
            reader.Skip();
            return null;
        }

        return TCodec.Read(ref reader);
    }
}

/// <summary>A nullable reference: null as NULL, a value as its codec has it.</summary>
/// <typeparam name="T">The class.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct NullableReferenceCodec<T, TCodec> : ICodec<T?>
    where T : class
    where TCodec : ICodec<T>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, T? value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is null)
        {
            writer.Null();
        }
        else
        {
            TCodec.Write(ref writer, value);
        }
    }

    /// <inheritdoc/>
    public static T? Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        if (reader.Type == AttributeType.Null)
        {
            reader.Skip();
            return null;
        }

        return TCodec.Read(ref reader);
    }
}
