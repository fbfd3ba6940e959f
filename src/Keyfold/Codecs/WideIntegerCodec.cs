using System.ComponentModel;
using System.Numerics;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary><see cref="Int128"/> and <see cref="UInt128"/> as numbers; one of 39 significant digits is refused.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WideIntegerCodec<T> : INumberCodec<T>
    where T : unmanaged, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, T value)
        where TWriter : struct, IItemWriter, allows ref struct => writer.Number(ToNumber(value));

    /// <inheritdoc/>
    public static T Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        Number number = reader.GetNumber();
        if (!number.TryGet(out T value))
        {
            MappingFault.DoesNotFit<T>(in number);
        }

        return value;
    }

    /// <inheritdoc/>
    public static Number ToNumber(T value)
    {
        NumberError error = typeof(T) == typeof(UInt128)
            ? Number.TryFrom(UInt128.CreateTruncating(value), out Number number)
            : Number.TryFrom(Int128.CreateTruncating(value), out number);
        if (error != NumberError.None)
        {
            MappingFault.NotANumber(value, error);
        }

        return number;
    }
}
