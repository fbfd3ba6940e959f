using System.ComponentModel;
using System.Numerics;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>The integers from <see cref="sbyte"/> to <see cref="ulong"/> as numbers.</summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct IntegerCodec<T> : INumberCodec<T>
    where T : unmanaged, IBinaryInteger<T>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, T value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        if (typeof(T) == typeof(ulong))
        {
            writer.Number(ulong.CreateTruncating(value));
        }
        else
        {
            writer.Number(long.CreateTruncating(value));
        }
    }

    /// <inheritdoc/>
    public static T Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        if (reader.TryGetInt64(out long integer))
        {
            T value = T.CreateTruncating(integer);

            // back to a long it is the same, unless bits were lost; a negative ulong is the exception
            if (long.CreateTruncating(value) == integer && (typeof(T) != typeof(ulong) || integer >= 0))
            {
                return value;
            }

            MappingFault.DoesNotFit<T>(integer);
        }

        Number number = reader.GetNumber();
        if (!number.TryGet(out T wide))
        {
            MappingFault.DoesNotFit<T>(in number);
        }

        return wide;
    }

    /// <inheritdoc/>
    public static Number ToNumber(T value) => typeof(T) == typeof(ulong) ? ulong.CreateTruncating(value) : long.CreateTruncating(value);
}
