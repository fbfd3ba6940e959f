using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold.Codecs;

/// <summary>The names of an enum's members, generated for each enum that is stored as text.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEnumNames<TEnum>
    where TEnum : struct, Enum
{
    /// <summary>The name of a value in UTF-8; empty for a value without one.</summary>
    static abstract ReadOnlySpan<byte> NameOf(TEnum value);

    /// <summary>Finds the value of a name. Names are case-sensitive.</summary>
    static abstract bool TryParse(ReadOnlySpan<byte> utf8Name, out TEnum value);
}

/// <summary>An enum as the name of its value. A value without a name, and a name without a value, is refused.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNames">Its names.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct EnumNameCodec<TEnum, TNames> : ICodec<TEnum>
    where TEnum : struct, Enum
    where TNames : IEnumNames<TEnum>
{
    /// <inheritdoc/>
    public static void Write<TWriter>(ref TWriter writer, TEnum value)
        where TWriter : struct, IItemWriter, allows ref struct
    {
        ReadOnlySpan<byte> name = TNames.NameOf(value);
        if (name.IsEmpty)
        {
            throw new MappingFault(
                $"is {value}, which is no member of {typeof(TEnum).Name}. Add the member, or store the enum with Storage = AttributeStorage.Number.");
        }

        writer.Utf8String(name);
    }

    /// <inheritdoc/>
    public static TEnum Read<TReader>(ref TReader reader)
        where TReader : struct, IItemReader, allows ref struct
    {
        ReadOnlySpan<byte> name = Utf8.Read(ref reader);
        if (!TNames.TryParse(name, out TEnum value))
        {
            MappingFault.NotText<TEnum>(name, "the name of a member. Add the member if the item is right");
        }

        return value;
    }
}
