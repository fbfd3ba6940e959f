using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Planning;

/// <summary>What DynamoDB says to a statement that does not fit the keys of its table or index.</summary>
internal static class KeyErrors
{
    public static StorageException NotAllEqual() =>
        StorageErrors.Validation("Where clause does not contain a mandatory equality on all key attributes");

    public static StorageException Repeated(string name) =>
        StorageErrors.Validation($"Multiple conditions on same key {name}. Only single item Update/Insert/Delete are supported");

    public static StorageException WrongType(string name) =>
        StorageErrors.Validation($"Key attribute's data type should match its data type in table's schema: Key {name}");

    public static StorageException NotScalar(string name, string type) =>
        StorageErrors.Validation($"Key value must be of type S, N, or B. Key name: {name}, Key type: {type}");

    public static StorageException Absent(string name) => StorageErrors.Validation($"Key attribute should be present in the item: Key {name}");

    public static StorageException IndexNotFound() => StorageErrors.Validation("The table does not have the specified index");

    public static StorageException ConsistentReadOnGlobalIndex() =>
        StorageErrors.Validation("Strongly consistent read is not supported on Global Secondary Indexes");

    public static StorageException OrderWithoutWhere() =>
        StorageErrors.Validation("Must have WHERE clause in the statement when using ORDER BY clause.");

    public static StorageException OrderWithoutKey() =>
        StorageErrors.Validation("Must have at least one non-optional hash key condition in WHERE clause when using ORDER BY clause.");

    public static StorageException OrderByNoName(string type) =>
        StorageErrors.Validation($"Argument to ORDER BY must be of type VariableReference. Type: {type}");

    public static StorageException OrderByNoKey(string name) =>
        StorageErrors.Validation($"Variable reference {name} in ORDER BY clause must be part of the primary key");

    public static StorageException TooManyKeys(int count) => StorageErrors.Validation(string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"The IN operator is provided with too many operands; number of operands: {count}"));
}
