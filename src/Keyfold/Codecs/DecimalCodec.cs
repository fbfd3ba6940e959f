using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>A <see cref="decimal"/> as a number: the same value; trailing zeros, which do not count in comparing decimals, are not kept.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct DecimalCodec : INumberCodec<decimal>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, decimal value)
        where TWriter : struct, IItemWriter, allows ref struct => writer.Number(value);

    /// <inheritdoc/>
    public static decimal Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        if (reader.TryGetInt64(out long integer))
        {
            return integer;
        }

        Number number = reader.GetNumber();
        if (!number.TryGet(out decimal value))
        {
            MappingFault.DoesNotFit<decimal>(in number);
        }

        return value;
    }

    /// <inheritdoc/>
    public static Number ToNumber(decimal value) => value;
}
