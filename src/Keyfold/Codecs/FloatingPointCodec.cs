using System.ComponentModel;
using System.Numerics;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>
/// <see cref="double"/>, <see cref="float"/> and <see cref="Half"/> as the number they print as. NaN, the infinities and magnitudes outside DynamoDB's range
/// are refused; negative zero becomes 0.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct FloatingPointCodec<T> : INumberCodec<T>
    where T : unmanaged, IFloatingPoint<T>
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
        NumberError error = typeof(T) == typeof(double) ? Number.TryFrom(double.CreateTruncating(value), out Number number)
            : typeof(T) == typeof(float) ? Number.TryFrom(float.CreateTruncating(value), out number)
            : Number.TryFrom(Half.CreateTruncating(value), out number);
        if (error != NumberError.None)
        {
            MappingFault.NotANumber(value, error);
        }

        return number;
    }
}
