using System.Globalization;
using Keyfold.Storage;

namespace Keyfold.Protocol.Expressions;

/// <summary>What is wrong with ExpressionAttributeNames and ExpressionAttributeValues. The first parameter of some is one of these two names.</summary>
internal static class PlaceholderErrors
{
    public const string Names = "ExpressionAttributeNames";
    public const string Values = "ExpressionAttributeValues";

    public static StorageException UnusedNames(string keys) => Validation($"Value provided in {Names} unused in expressions: keys: {{{keys}}}");

    public static StorageException UnusedValues(string keys) => Validation($"Value provided in {Values} unused in expressions: keys: {{{keys}}}");

    /// <summary>Names in a request without any expression.</summary>
    public static StorageException NamesWithoutExpression() => Validation($"{Names} can only be specified when using expressions");

    /// <summary>Values in a request without an expression that takes some.</summary>
    /// <param name="missing">The expressions that could take them and whether they are one or two, as in <c>FilterExpression is null</c>.</param>
    public static StorageException ValuesWithoutExpression(string missing) =>
        Validation($"{Values} can only be specified when using expressions: {missing}");

    public static StorageException Empty(string map) => Validation($"{map} must not be empty");

    public static StorageException TooLarge(string map) => Validation($"{map} exceeds max size");

    public static StorageException KeyEmpty(string map) => Validation($"{map} contains invalid key: The expression attribute map contains an empty key;");

    public static StorageException KeySyntax(string map, string key) => Validation($"{map} contains invalid key: Syntax error; key: \"{key}\"");

    /// <summary>A key over 255 characters; for values DynamoDB does not tell the size.</summary>
    public static StorageException KeyTooLong(string map, int size) => Validation(
        string.Create(CultureInfo.InvariantCulture, $"{map} contains invalid key: The expression attribute map contains a key that is too long;")
        + (map == Names ? string.Create(CultureInfo.InvariantCulture, $" size of key: {size}") : ""));

    /// <summary>A value that is none.</summary>
    public static StorageException ValueInvalid(string map, string reason, string key) =>
        Validation($"{map} contains invalid value: {reason} for key {key}");

    private static StorageException Validation(string message) => StorageErrors.Validation(message);
}
