using System.ComponentModel;
using System.Text;
using Keyfold.Keys;

namespace Keyfold.Templates;

/// <summary>A property's place in a key. Made by generated code, once for each place.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KeyPart
{
    /// <summary>
    /// Sorts after every text a key part may have, so that a bound with it behind covers all keys that continue the bound. Parts that contain it are refused.
    /// </summary>
    internal const string Highest = "\U0010FFFF";

    private protected KeyPart(string property, string? format = null)
    {
        Property = property;
        Format = format;
    }

    /// <summary>The property's name.</summary>
    public string Property { get; }

    /// <summary>The format as the template has it; null for none.</summary>
    public string? Format { get; }

    /// <summary>The template that the part belongs to; set by its constructor.</summary>
    internal virtual KeyTemplate? Template { get; set; }

    /// <summary>The first character behind the part, which its text must not contain, or null if it is last.</summary>
    internal virtual char? Separator { get; set; }

    internal abstract void AppendBoxed(ref KeyWriter key, object value);

    private protected void RefuseSeparator(scoped ReadOnlySpan<byte> text)
    {
        if (Separator is { } separator && separator < 128 && text.Contains((byte)separator))
        {
            throw Refuse(Encoding.UTF8.GetString(text), $"contains '{separator}', which ends the part, so that two values could have one key. Choose another separator.");
        }
    }

    private protected KeyException Refuse(string value, string problem) =>
        KeyException.ForPart(Template?.EntityName ?? "", Property, Template?.ToString() ?? Property, $"the value \"{value}\" {problem}");
}

/// <summary>A part for properties of one type.</summary>
/// <typeparam name="T">The property's type, without its nullability.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class KeyPart<T> : KeyPart
{
    private protected KeyPart(string property, string? format = null)
        : base(property, format)
    {
    }

    /// <summary>Appends a value's text to a key.</summary>
    /// <exception cref="KeyException">The value cannot be part of the key.</exception>
    public abstract void Append(ref KeyWriter key, T value);

    /// <summary>
    /// Appends the text of the greatest value that a key can have and that is not greater than the given one. True if it is the given one.
    /// </summary>
    internal virtual bool AppendFloor(ref KeyWriter key, T value)
    {
        Append(ref key, value);
        return true;
    }

    internal sealed override void AppendBoxed(ref KeyWriter key, object value) => Append(ref key, (T)value);
}
