using System.ComponentModel;
using System.Globalization;
using System.Text;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Templates;

/// <summary>A string. It is not empty, and does not contain the separator unless it is escaped.</summary>
/// <param name="property">The property's name.</param>
/// <param name="escapes">Whether the separator and <c>%</c> are written as <c>%</c> and two hexadecimal digits.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TextPart(string property, bool escapes = false) : KeyPart<string>(property, escapes ? "escape" : null)
{
    // the first half of U+10FFFF, and of the private characters before it
    private const char HighestHalf = '\uDBFF';

    /// <inheritdoc/>
    public override void Append(ref KeyWriter key, string value)
    {
        if (string.IsNullOrEmpty(value))
        {
            throw Refuse("", value is null ? "is null, so that there is no key." : "is empty. A key part has at least one character.");
        }

        ReadOnlySpan<char> text = value;
        int special = Separator is { } separator ? text.IndexOfAny(separator, HighestHalf, escapes ? '%' : separator) : text.IndexOf(HighestHalf);
        if (special >= 0)
        {
            AppendSpecial(ref key, value);
        }
        else
        {
            AppendPiece(ref key, value, text);
        }
    }

    private void AppendSpecial(ref KeyWriter key, string value)
    {
        if (value.Contains(Highest, StringComparison.Ordinal))
        {
            throw Refuse(value, "contains U+10FFFF, which Keyfold keeps for the ends of ranges.");
        }

        if (!escapes)
        {
            if (Separator is { } separator && value.Contains(separator, StringComparison.Ordinal))
            {
                throw Refuse(value, $"contains '{separator}', which ends the part, so that two values could have one key. Write {{{Property}:escape}} in the template to escape it.");
            }

            AppendPiece(ref key, value, value);
            return;
        }

        ReadOnlySpan<char> rest = value;
        while (rest.IndexOfAny(Separator!.Value, '%') is >= 0 and int at)
        {
            AppendPiece(ref key, value, rest[..at]);
            Rune.DecodeFromUtf16(rest[at..], out Rune rune, out int length);
            AppendEscaped(ref key, rune);
            rest = rest[(at + length)..];
        }

        AppendPiece(ref key, value, rest);
    }

    private static void AppendEscaped(ref KeyWriter key, Rune rune)
    {
        Span<byte> utf8 = stackalloc byte[4];
        Span<byte> hexadecimal = stackalloc byte[2];
        foreach (byte unit in utf8[..rune.EncodeToUtf8(utf8)])
        {
            key.Utf8("%"u8);
            unit.TryFormat(hexadecimal, out _, "X2", CultureInfo.InvariantCulture);
            key.Utf8(hexadecimal);
        }
    }

    private void AppendPiece(ref KeyWriter key, string value, ReadOnlySpan<char> piece)
    {
        try
        {
            key.String(piece);
        }
        catch (ItemFormatException)
        {
            throw Refuse(value, "is not valid Unicode: a surrogate has no pair.");
        }
    }
}

/// <summary>A <see cref="char"/>, which must not be the separator.</summary>
/// <param name="property">The property's name.</param>
/// <param name="escapes">See <see cref="TextPart"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CharPart(string property, bool escapes = false) : WrappedPart<char, string>(property, new TextPart(property, escapes))
{
    private protected override string Unwrap(char value) => value.ToString();
}

/// <summary>The text that a <see cref="Uri"/> was made from; see <see cref="TextPart"/>.</summary>
/// <param name="property">The property's name.</param>
/// <param name="escapes">See <see cref="TextPart"/>.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class UriPart(string property, bool escapes = false) : WrappedPart<Uri, string>(property, new TextPart(property, escapes))
{
    private protected override string Unwrap(Uri value) => value?.OriginalString!;
}
