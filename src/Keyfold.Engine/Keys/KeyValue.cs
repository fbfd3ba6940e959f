using System.Text;
using Keyfold.Items;

namespace Keyfold.Engine.Keys;

/// <summary>A value as far as a key needs it, from an encoded item or from a request.</summary>
internal readonly ref struct KeyValue
{
    private KeyValue(AttributeType type, ReadOnlySpan<byte> content, Number number)
    {
        Type = type;
        Content = content;
        Number = number;
    }

    public AttributeType Type { get; }

    /// <summary>A string's UTF-8 or the bytes of a binary value; empty for any other type.</summary>
    public ReadOnlySpan<byte> Content { get; }

    /// <summary>A number's value.</summary>
    public Number Number { get; }

    public static KeyValue Of(EncodedValue value) => value.Type switch
    {
        AttributeType.String => new KeyValue(AttributeType.String, value.AsUtf8(), default),
        AttributeType.Number => new KeyValue(AttributeType.Number, default, value.AsNumber()),
        AttributeType.Binary => new KeyValue(AttributeType.Binary, value.AsBinary(), default),
        AttributeType other => new KeyValue(other, default, default),
    };

    /// <summary>Takes a value of a request.</summary>
    /// <param name="value">The value.</param>
    /// <param name="scratch">Where a string's UTF-8 goes if it fits; else it gets an array.</param>
    public static KeyValue Of(scoped in AttributeValue value, Span<byte> scratch)
    {
        switch (value.Type)
        {
            case AttributeType.String:
                string text = value.AsString();
                return Encoding.UTF8.TryGetBytes(text, scratch, out int length)
                    ? new KeyValue(AttributeType.String, scratch[..length], default)
                    : new KeyValue(AttributeType.String, Encoding.UTF8.GetBytes(text), default);
            case AttributeType.Number:
                return new KeyValue(AttributeType.Number, default, value.AsNumber());
            case AttributeType.Binary:
                return new KeyValue(AttributeType.Binary, value.AsBinary().Span, default);
            default:
                return new KeyValue(value.Type, default, default);
        }
    }
}
