using System.Buffers.Text;
using System.ComponentModel;
using Keyfold.Codecs;
using Keyfold.Keys;

namespace Keyfold.Templates;

/// <summary>A <see cref="Guid"/>, with hyphens (<c>D</c>) or without (<c>N</c>), in lower case.</summary>
/// <param name="property">The property's name.</param>
/// <param name="format"><c>D</c> or <c>N</c>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class GuidPart(string property, string format = "D") : KeyPart<Guid>(property, format)
{
    private const int TextLengthMax = 36;

    /// <inheritdoc/>
    public override void Append(ref KeyWriter key, Guid value)
    {
        Span<byte> text = stackalloc byte[TextLengthMax];
        Utf8Formatter.TryFormat(value, text, out int length, Format![0]);
        key.Utf8(text[..length]);
    }
}

/// <summary><c>true</c> or <c>false</c>.</summary>
/// <param name="property">The property's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class BooleanPart(string property) : KeyPart<bool>(property)
{
    /// <inheritdoc/>
    public override void Append(ref KeyWriter key, bool value) => key.Utf8(value ? "true"u8 : "false"u8);
}

/// <summary>An enum's name. A value without a name is refused.</summary>
/// <typeparam name="TEnum">The enum.</typeparam>
/// <typeparam name="TNames">Its names.</typeparam>
/// <param name="property">The property's name.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EnumNamePart<TEnum, TNames>(string property) : KeyPart<TEnum>(property)
    where TEnum : struct, Enum
    where TNames : IEnumNames<TEnum>
{
    /// <inheritdoc/>
    public override void Append(ref KeyWriter key, TEnum value)
    {
        ReadOnlySpan<byte> name = TNames.NameOf(value);
        if (name.IsEmpty)
        {
            throw Refuse(value.ToString(), $"is no member of {typeof(TEnum).Name}.");
        }

        RefuseSeparator(name);
        key.Utf8(name);
    }
}
