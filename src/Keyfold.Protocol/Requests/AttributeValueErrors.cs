using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Protocol.Requests;

/// <summary>What is wrong with an attribute value of the right JSON type.</summary>
internal static class AttributeValueErrors
{
    public static StorageException Empty() =>
        StorageErrors.Validation("Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");

    public static StorageException SeveralTypes() =>
        StorageErrors.Validation("Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes");

    public static StorageException NullNotTrue() => StorageErrors.InvalidParameter("Null attribute value types must have the value of true");

    public static StorageException NameTooLong() => StorageErrors.Validation("Attribute name is too large, must be less than 65536 bytes");

    public static StorageException NullMember(AttributeType type) =>
        StorageErrors.InvalidParameter($"An {KindOf(type)} set may not have a null {KindOf(type)} as a member");

    public static StorageException SetEmpty(AttributeType type) =>
        type == AttributeType.BinarySet ? StorageErrors.BinarySetEmpty() : StorageErrors.SetEmpty(KindOf(type));

    public static StorageException SetDuplicates(AttributeType type, List<string> members)
    {
        string list = string.Join(", ", members);
        return type switch
        {
            AttributeType.NumberSet => StorageErrors.Validation("Input collection contains duplicates"),
            AttributeType.BinarySet => StorageErrors.InvalidParameter($"Input collection [{list}]of type BS contains duplicates."),
            _ => StorageErrors.SetDuplicates($"[{list}]"),
        };
    }

    /// <summary>The error of a text as a number, or null if it is one.</summary>
    public static StorageException? Of(NumberError error, string text) => error switch
    {
        NumberError.None => null,
        NumberError.Overflow => StorageErrors.NumberOverflow(),
        NumberError.Underflow => StorageErrors.NumberUnderflow(),
        NumberError.TooManyDigits => StorageErrors.NumberTooPrecise(),
        _ => StorageErrors.NumberInvalid(text),
    };

    private static string KindOf(AttributeType set) => set switch
    {
        AttributeType.NumberSet => "number",
        AttributeType.BinarySet => "binary",
        _ => "string",
    };
}
