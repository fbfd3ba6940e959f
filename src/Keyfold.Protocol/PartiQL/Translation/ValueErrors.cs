using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>What DynamoDB says to a literal that is no attribute value.</summary>
internal static class ValueErrors
{
    public static StorageException ItemFormat(string place) => StorageErrors.Validation(
        $"Unsupported format in item expression. Please use struct format {{...}} to express item values for insert statement.{place}");

    public static StorageException Unsupported(string what, string key, string place) =>
        StorageErrors.Validation($"Unsupported data type: {what} under key {key}{place}");

    public static StorageException Ion(string type, string key, string place) =>
        StorageErrors.Validation($"Ion Literals are not supported: {type} under key {key}{place}");

    public static StorageException FieldName(string what, string key, string place) =>
        StorageErrors.Validation($"Tuple keys must be of type String. Actual type: {what} under {key}{place}");

    public static StorageException FieldTwice(string name, string key, string place) =>
        StorageErrors.Validation($"Duplicate keys in tuple. Key: {name} under {key}{place}");

    public static StorageException BagEmpty(string place) => StorageErrors.Validation($"Empty bags are not supported{place}");

    public static StorageException BagMember(string place) =>
        StorageErrors.Validation($"Unsupported data type in Bag. DynamoDB only supports either numbers or strings in bags{place}");

    public static StorageException BagDuplicates() => StorageErrors.Validation("Input collection contains duplicates");
}
