using System.ComponentModel;
using Keyfold.Items;
using Keyfold.Templates;

namespace Keyfold.Codecs;

/// <summary>Makes operands of expressions from values. Hides a codec, so that the type of a field names the property's type alone.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class ValueEncoder<T>
{
    private protected ValueEncoder()
    {
    }

    /// <summary>The attribute value of a value.</summary>
    /// <exception cref="ArgumentException">The value cannot be stored.</exception>
    public abstract AttributeValue Encode(T value);

    /// <summary>The first attribute value that stands for a value, which is the only one unless it is a point in time.</summary>
    internal virtual AttributeValue First(T value) => Encode(value);

    /// <summary>A bound behind all attribute values that stand for a value.</summary>
    internal virtual AttributeValue Last(T value) => Encode(value);
}

/// <summary>Makes operands with a codec.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ValueEncoder<T, TCodec> : ValueEncoder<T>
    where TCodec : ICodec<T>
{
    private protected ValueEncoder()
    {
    }

    /// <summary>The one encoder.</summary>
    public static ValueEncoder<T> Instance { get; } = new ValueEncoder<T, TCodec>();

    /// <inheritdoc/>
    public sealed override AttributeValue Encode(T value)
    {
        // strings and small numbers are most operands, and need no detour over bytes
        if (typeof(TCodec) == typeof(StringCodec) && value is string text)
        {
            return text;
        }

        BinaryItemWriter writer = BinaryItemWriter.Rent();
        try
        {
            writer.BeginItem();
            writer.Name("Value"u8);
            TCodec.Write(ref writer, value);
            writer.EndItem();
            new EncodedItem(writer.WrittenSpan).TryFind("Value"u8, out EncodedValue encoded);
            return encoded.ToAttributeValue();
        }
        catch (Exception error) when (error is Mapping.MappingFault or ItemFormatException)
        {
            throw new ArgumentException($"The value {error.Message}", nameof(value), error);
        }
        finally
        {
            writer.Dispose();
        }
    }
}

/// <summary>Makes operands with a codec of points in time.</summary>
/// <typeparam name="T">The type of the values.</typeparam>
/// <typeparam name="TCodec">Their codec.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class InstantEncoder<T, TCodec> : ValueEncoder<T, TCodec>
    where TCodec : IInstantCodec<T>
{
    private InstantEncoder()
    {
    }

    /// <summary>The one encoder.</summary>
    public static new ValueEncoder<T> Instance { get; } = new InstantEncoder<T, TCodec>();

    internal override AttributeValue First(T value) => TCodec.InstantText(value);

    internal override AttributeValue Last(T value) => TCodec.InstantText(value) + KeyPart.Highest;
}
