using System.Text.Json;

namespace Keyfold.Protocol.Requests;

/// <summary>What DynamoDB says to a JSON value of the wrong type. The types in the texts are those of its own implementation.</summary>
internal static class SerializationErrors
{
    public const string Model = "com.amazonaws.dynamodb.v20120810.";

    /// <summary>Something else where a string should be.</summary>
    public static SerializationException NoString(in Utf8JsonReader found) => found.TokenType switch
    {
        JsonTokenType.StartArray => new("Unrecognized collection type class java.lang.String"),
        JsonTokenType.StartObject => StartOfStructure(),
        _ => new($"{NameOf(in found)} cannot be converted to String"),
    };

    /// <summary>Something else where a Boolean should be.</summary>
    public static SerializationException NoBoolean(in Utf8JsonReader found) => found.TokenType switch
    {
        JsonTokenType.StartArray => new("Unrecognized collection type class java.lang.Boolean"),
        JsonTokenType.StartObject => StartOfStructure(),
        JsonTokenType.String => new("Unexpected token received from parser"),
        _ => new($"{NameOf(in found)} cannot be converted to Boolean"),
    };

    /// <summary>Something else where an integer should be.</summary>
    /// <param name="found">The reader at the value.</param>
    /// <param name="type">Integer or Long.</param>
    public static SerializationException NoInteger(in Utf8JsonReader found, string type) => found.TokenType switch
    {
        JsonTokenType.StartArray => new($"Unrecognized collection type class java.lang.{type}"),
        JsonTokenType.StartObject => StartOfStructure(),
        _ => new($"{NameOf(in found)} cannot be converted to {type}"),
    };

    /// <summary>Something else where base64 should be.</summary>
    public static SerializationException NoBinary(in Utf8JsonReader found) => found.TokenType switch
    {
        JsonTokenType.StartArray => new("Unrecognized collection type class java.nio.ByteBuffer"),
        JsonTokenType.StartObject => StartOfStructure(),
        _ => new("only base-64-encoded strings are convertible to bytes"),
    };

    /// <summary>Something else where a list should be.</summary>
    public static SerializationException NoList(in Utf8JsonReader found) =>
        found.TokenType == JsonTokenType.StartObject ? StartOfStructure() : UnexpectedField();

    /// <summary>Something else where a map should be.</summary>
    /// <param name="found">The reader at the value.</param>
    /// <param name="valueType">The type of the map's values, such as <c>java.lang.String</c>.</param>
    public static SerializationException NoMap(in Utf8JsonReader found, string valueType) => found.TokenType == JsonTokenType.StartArray
        ? new($"Unrecognized collection type java.util.Map<java.lang.String, {valueType}>")
        : UnexpectedField();

    /// <summary>Something else where a structure should be.</summary>
    /// <param name="found">The reader at the value.</param>
    /// <param name="shape">The structure's name in the service's model.</param>
    /// <param name="isElement">Whether it is in a list or map, not a member of another structure.</param>
    public static SerializationException NoStructure(in Utf8JsonReader found, string shape, bool isElement) => found.TokenType switch
    {
        JsonTokenType.StartArray => new($"Unrecognized collection type class {Model}{shape}"),
        _ => isElement ? new("Unexpected value type in payload") : UnexpectedField(),
    };

    private static SerializationException StartOfStructure() => new("Start of structure or map found where not expected");

    private static SerializationException UnexpectedField() => new("Unexpected field type");

    private static string NameOf(in Utf8JsonReader found) => found.TokenType switch
    {
        JsonTokenType.String => "STRING_VALUE",
        JsonTokenType.True => "TRUE_VALUE",
        JsonTokenType.False => "FALSE_VALUE",
        _ => found.ValueSpan.ContainsAny(".eE"u8) ? "DECIMAL_VALUE" : "NUMBER_VALUE",
    };
}
