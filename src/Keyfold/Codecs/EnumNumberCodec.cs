using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;
using Keyfold.Items;

namespace Keyfold.Codecs;

/// <summary>An enum as its number, whether the value has a name or not.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TUnderlying">Its underlying type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumNumberCodec<TEnum, TUnderlying> : INumberCodec<TEnum>
    where TEnum : unmanaged, Enum
    where TUnderlying : unmanaged, IBinaryInteger<TUnderlying>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, TEnum value)
        where TWriter : struct, IItemWriter, allows ref struct =>
        IntegerCodec<TUnderlying>.Write(ref writer, Unsafe.BitCast<TEnum, TUnderlying>(value));

    /// <inheritdoc/>
    public static TEnum Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct =>
        Unsafe.BitCast<TUnderlying, TEnum>(IntegerCodec<TUnderlying>.Read(ref reader));

    /// <inheritdoc/>
    public static Number ToNumber(TEnum value) => IntegerCodec<TUnderlying>.ToNumber(Unsafe.BitCast<TEnum, TUnderlying>(value));
}
