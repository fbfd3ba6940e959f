namespace Keyfold.Storage;

/// <content>Items and values.</content>
public static partial class StorageErrors
{
    /// <summary>An item to put over <see cref="Limits.ItemBytesMax"/>.</summary>
    public static StorageException ItemTooLarge() => Validation("Item size has exceeded the maximum allowed size");

    /// <summary>An update that would make the item larger than <see cref="Limits.ItemBytesMax"/>.</summary>
    public static StorageException ItemTooLargeByUpdate() => Validation("Item size to update has exceeded the maximum allowed size");

    /// <summary>More than <see cref="Limits.NestingLevelsMax"/> levels.</summary>
    public static StorageException NestedTooDeep() =>
        Validation("Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit");

    /// <summary>A number above the range.</summary>
    public static StorageException NumberOverflow() =>
        Validation("Number overflow. Attempting to store a number with magnitude larger than supported range");

    /// <summary>A number below the range.</summary>
    public static StorageException NumberUnderflow() =>
        Validation("Number underflow. Attempting to store a number with magnitude smaller than supported range");

    /// <summary>A number of more than <see cref="Limits.NumberDigitsMax"/> digits.</summary>
    public static StorageException NumberTooPrecise() => Validation("Attempting to store more than 38 significant digits in a Number");

    /// <summary>A text that is no number.</summary>
    public static StorageException NumberInvalid(string text) =>
        Validation(text.Length == 0
            ? "The parameter cannot be converted to a numeric value"
            : $"The parameter cannot be converted to a numeric value: {text}");

    /// <summary>An attribute without a name.</summary>
    public static StorageException AttributeNameEmpty() => Validation("Empty attribute name");

    /// <summary>A string or number set without members.</summary>
    /// <param name="kind">"string" or "number".</param>
    public static StorageException SetEmpty(string kind) => InvalidParameter($"An {kind} set  may not be empty");

    /// <summary>A binary set without members.</summary>
    public static StorageException BinarySetEmpty() => InvalidParameter("Binary sets should not be empty");

    /// <summary>A set with a member given twice.</summary>
    /// <param name="members">The members as DynamoDB prints them, between brackets.</param>
    public static StorageException SetDuplicates(string members) => InvalidParameter($"Input collection {members} contains duplicates.");

    /// <summary>Other return values than PutItem and DeleteItem have.</summary>
    public static StorageException ReturnValuesUnsupported() => Validation("ReturnValues can only be ALL_OLD or NONE");
}
