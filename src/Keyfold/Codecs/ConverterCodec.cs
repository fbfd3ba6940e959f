using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A value as what a converter makes of it.</summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <typeparam name="TStored">The type that is stored.</typeparam>
/// <typeparam name="TConverter">The converter.</typeparam>
/// <typeparam name="TStoredCodec">The codec of what is stored.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct ConverterCodec<T, TStored, TConverter, TStoredCodec> : ICodec<T>
    where T : notnull
    where TStored : notnull
    where TConverter : IConverter<T, TStored>
    where TStoredCodec : ICodec<TStored>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, T value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (value is null)
        {
            MappingFault.NullValue();
        }

        TStoredCodec.Write(ref writer, TConverter.ToStored(value));
    }

    /// <inheritdoc/>
    public static T Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct => TConverter.FromStored(TStoredCodec.Read(ref reader));
}
