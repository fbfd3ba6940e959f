using System.ComponentModel;
using Keyfold.Codecs;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Templates;

/// <summary>A property that is itself the key attribute: a string, a number or binary, as it is stored.</summary>
/// <typeparam name="T">The property's type.</typeparam>
/// <typeparam name="TCodec">Its codec.</typeparam>
/// <param name="property">The property's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class StoredPart<T, TCodec>(string property) : KeyPart<T>(property)
    where TCodec : ICodec<T>
{
    /// <inheritdoc/>
    public override void Append(ref KeyWriter key, T value) => key.Value(ToValue(value));

    /// <summary>The value as a term of a key condition has it.</summary>
    /// <exception cref="KeyException">The value is null, empty or too long.</exception>
    public AttributeValue ToValue(T value)
    {
        if (value is null)
        {
            throw Refuse("", "is null, so that there is no key.");
        }

        AttributeValue stored = ValueEncoder<T, TCodec>.Instance.Encode(value);
        int length = stored.Type switch
        {
            AttributeType.String => System.Text.Encoding.UTF8.GetByteCount(stored.AsString()),
            AttributeType.Binary => stored.AsBinary().Length,
            _ => 1,
        };
        Template?.CheckLength(length);
        return stored;
    }

    /// <summary>The term of a key condition that the attribute equals a value.</summary>
    /// <exception cref="KeyException">The value is null, empty or too long.</exception>
    public KeyTerm ToTerm(T value) => new(Template!.AttributeName, KeyOperator.Equal, ToValue(value));
}
