using System.Globalization;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL;

/// <summary>
/// What DynamoDB says to a statement that it can't do. The texts are those of DynamoDB Local but where Amazon's service is known to answer otherwise: Local
/// repeats a malformed statement, the service says what it expected.
/// </summary>
internal static class StatementErrors
{
    private const string MalformedStart = "Statement wasn't well formed, can't be processed: ";
    private const string UnsupportedStart = "Unsupported operation: ";

    public static StorageException NotWellFormed(string detail) =>
        StorageErrors.Validation(MalformedStart + detail);

    public static StorageException UnsupportedOperation(string operation) => StorageErrors.Validation(UnsupportedStart + operation);

    /// <summary>Whether an error is that of a text which is no statement at all.</summary>
    public static bool IsNoStatement(StorageException exception) =>
        exception.Message.StartsWith(MalformedStart, StringComparison.Ordinal) || exception.Message.StartsWith(UnsupportedStart, StringComparison.Ordinal);

    public static StorageException UnsupportedClause(string clause) => StorageErrors.Validation($"Unsupported clause: {clause}");

    public static StorageException UnsupportedToken(string token) => StorageErrors.Validation($"Unsupported token in expression: {token}");

    public static StorageException ParameterCount() => StorageErrors.Validation("Number of parameters in request and statement don't match.");

    public static StorageException TooManyOperators(int count) => StorageErrors.Validation(string.Create(
        CultureInfo.InvariantCulture, $"The expression contains too many operators; operator count: {count}"));

    public static StorageException Aliasing() => StorageErrors.Validation("Aliasing is not supported");

    public static StorageException SeveralSources() => StorageErrors.Validation("Only select from a single table or index is supported.");

    public static StorageException UnexpectedSource() => StorageErrors.Validation("Unexpected from source");

    public static StorageException SourceTooLong() => StorageErrors.Validation("A path may contain at most 2 components in the FROM clause");

    public static StorageException SourceElement() => StorageErrors.Validation("Invalid list expression in source.");

    public static StorageException SourceEmpty() => StorageErrors.Validation("Path component cannot be an empty string");

    public static StorageException TableName() => StorageErrors.Validation(
        "Table name should be within the length [3, 255] and only contain 'a-z', 'A-Z', '0-9', '-', '_', '.'.");

    public static StorageException IndexInWrite() => StorageErrors.Validation("This operation is not supported on an index");

    public static StorageException IndexInInsert() =>
        StorageErrors.Validation("FROM clause may only contain a single table name in data manipulation statements");

    public static StorageException SelectKeyword() => StorageErrors.Validation("Select projection doesn't support value or pivot keywords");

    public static StorageException UnexpectedPathComponent(string place) => StorageErrors.Validation($"Unexpected path component{place}");

    public static StorageException ListIndex(string index, string place) =>
        StorageErrors.Validation($"List index is not within the allowable range; index: [{index}]{place}");

    public static StorageException ProjectionStar() => StorageErrors.Validation("Changing item's hierarchy while reading isn't supported");

    public static StorageException ProjectedTwice(string name) => StorageErrors.Validation($"Duplicate identifiers in select clause: {name}");

    public static StorageException ReturningElements() => StorageErrors.Validation("Invalid syntax with multiple returning elements in RETURNING clause");

    public static StorageException ReturningStar() =>
        StorageErrors.Validation("Expected '*' after ( MODIFIED | ALL ) ( NEW | OLD ) in RETURNING clause");

    public static StorageException ReturningInInsert() => StorageErrors.Validation("RETURNING is not supported in INSERT");

    public static StorageException ReturningInDelete(string clause) =>
        StorageErrors.Validation($"Invalid returning clause: {clause}. Only RETURNING ALL OLD * is allowed in DELETE statements.");

    public static StorageException ExistsOutsideTransaction() =>
        StorageErrors.Validation("EXISTS can only be used in ExecuteTransaction write requests.");

    public static StorageException NumberTooPrecise() => StorageErrors.Validation("DynamoDB only supports precision up to 38 digits");
}
