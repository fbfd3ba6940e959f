using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Keyfold.Items;

/// <summary>
/// An item that cannot be written or read. It names the reason and the place, so that a layer that speaks DynamoDB's words can print its text and a layer
/// that knows the entity can name the property.
/// </summary>
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "A reason is never missing.")]
public sealed class ItemFormatException : Exception
{
    /// <summary>Makes the exception for a reason.</summary>
    /// <param name="error">The reason.</param>
    /// <param name="path">Where: names and indexes as in <c>Lines[2].Price</c>; empty if unknown or the item itself.</param>
    /// <param name="detail">What was given, if that helps; see <see cref="ItemFormatError"/>.</param>
    public ItemFormatException(ItemFormatError error, string path = "", string detail = "")
        : base(Describe(error, path, detail))
    {
        Error = error;
        Path = path;
        Detail = detail;
    }

    /// <summary>The reason.</summary>
    public ItemFormatError Error { get; }

    /// <summary>The place in the item: names and indexes as in <c>Lines[2].Price</c>; empty if it is unknown or the item itself.</summary>
    public string Path { get; }

    /// <summary>What was given; empty if there is nothing to show. <see cref="ItemFormatError"/> says what it is for each reason.</summary>
    public string Detail { get; }

    /// <summary>The attribute type that was asked for or being read, if one was.</summary>
    public AttributeType? Type { get; init; }

    /// <summary>The JSON token that was found in the wrong place, for <see cref="ItemFormatError.UnexpectedJson"/>.</summary>
    public JsonTokenType Found { get; init; }

    /// <summary>The reason of a number that is none.</summary>
    internal static ItemFormatError From(NumberError error) => error switch
    {
        NumberError.Overflow => ItemFormatError.NumberOverflow,
        NumberError.Underflow => ItemFormatError.NumberUnderflow,
        NumberError.TooManyDigits => ItemFormatError.NumberTooManyDigits,
        _ => ItemFormatError.NotANumber,
    };

    [DoesNotReturn]
    internal static void ThrowCorrupt() => throw new ItemFormatException(ItemFormatError.Corrupt);

    private static string Describe(ItemFormatError error, string path, string detail)
    {
        string place = path.Length == 0 ? "" : $" at '{path}'";
        string what = error switch
        {
            ItemFormatError.EmptySet => "A set may not be empty",
            ItemFormatError.DuplicateSetMember => "A set contains a member twice",
            ItemFormatError.EmptyName => "An attribute name may not be empty",
            ItemFormatError.NameTooLong => "An attribute name may have at most 65,535 bytes",
            ItemFormatError.DuplicateName => "A name occurs twice in one map",
            ItemFormatError.NestingTooDeep => "An item may have at most 32 levels",
            ItemFormatError.NotANumber => "The value cannot be converted to a decimal number",
            ItemFormatError.NumberOverflow => "A number's magnitude must be below 1E+126",
            ItemFormatError.NumberUnderflow => "A number's magnitude must be zero or at least 1E-130",
            ItemFormatError.NumberTooManyDigits => "A number may have at most 38 significant digits",
            ItemFormatError.InvalidText => "The text is not valid Unicode",
            ItemFormatError.WrongType => "The value has another type",
            ItemFormatError.Corrupt => "The encoded item is damaged",
            ItemFormatError.InvalidJson => "The text is not valid JSON",
            ItemFormatError.UnexpectedJson => "The JSON has a value of another type here",
            ItemFormatError.NoType => "The JSON attribute value has no known type",
            ItemFormatError.SeveralTypes => "The JSON attribute value has more than one type",
            ItemFormatError.NullNotTrue => "A NULL attribute must be true",
            ItemFormatError.NullSetMember => "A set may not have null as a member",
            ItemFormatError.Base64Length => "A base64 text must have a length that is a multiple of 4",
            ItemFormatError.Base64StrayBits => "The base64 text has stray bits at its end",
            ItemFormatError.Base64Character => "The base64 text has an invalid character",
            _ => error.ToString(),
        };
        return detail.Length == 0 ? $"{what}{place}." : $"{what}{place}: {detail}";
    }
}
