using System.Globalization;
using Keyfold.Storage;

namespace Keyfold.Protocol.Validation;

/// <summary>
/// Checks what the service's model says of members: present, among some words, of a length, within a range. All breaches are reported together. Paths of
/// members are in lowerCamel case, as DynamoDB prints them.
/// </summary>
internal sealed class Constraints
{
    private const int ReportedMax = 10;

    public const string ReturnConsumedCapacity = "INDEXES, TOTAL, NONE";
    public const string ReturnItemCollectionMetrics = "SIZE, NONE";
    public const string ReturnValues = "ALL_NEW, UPDATED_OLD, ALL_OLD, NONE, UPDATED_NEW";
    public const string ReturnValuesOnConditionCheckFailure = "ALL_OLD, NONE";
    public const string Select = "SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES";
    public const string ConditionalOperator = "OR, AND";
    public const string ComparisonOperator = "IN, NULL, BETWEEN, LT, NOT_CONTAINS, EQ, GT, NOT_NULL, NE, LE, BEGINS_WITH, GE, CONTAINS";
    public const string AttributeAction = "ADD, DELETE, PUT";

    private const string NamePattern = "[a-zA-Z0-9_.-]+";

    private List<string>? _breaches;

    /// <summary>Reports all breaches.</summary>
    /// <exception cref="StorageException">There is one.</exception>
    public void ThrowIfBroken()
    {
        if (_breaches is null)
        {
            return;
        }

        int count = Math.Min(_breaches.Count, ReportedMax);
        string noun = count == 1 ? "error" : "errors";
        throw StorageErrors.Validation(string.Create(
            CultureInfo.InvariantCulture, $"{count} validation {noun} detected: {string.Join("; ", _breaches.Take(count))}"));
    }

    /// <summary>A member must be there.</summary>
    public void Required(bool isPresent, string path)
    {
        if (!isPresent)
        {
            (_breaches ??= []).Add($"Value null at '{path}' failed to satisfy constraint: Member must not be null");
        }
    }

    /// <summary>A text must be one of some words, if it is there.</summary>
    /// <param name="value">The text.</param>
    /// <param name="words">The words, separated by ", ".</param>
    /// <param name="path">The member.</param>
    public void OneOf(string? value, string words, string path)
    {
        if (value is not null && !words.Split(", ").Contains(value, StringComparer.Ordinal))
        {
            Break(value, path, $"Member must satisfy enum value set: [{words}]");
        }
    }

    /// <summary>A table's name, or its ARN, must be there and be legal.</summary>
    public void TableName(string? value, string path)
    {
        Required(value is not null, path);
        if (value is not null && !value.StartsWith("arn:", StringComparison.Ordinal))
        {
            Name(value, path);
        }
    }

    /// <summary>The name of a table or an index must be legal, if it is there.</summary>
    public void Name(string? value, string path)
    {
        if (value is null)
        {
            return;
        }

        if (!IsName(value))
        {
            Break(value, path, $"Member must satisfy regular expression pattern: {NamePattern}");
        }

        Length(value.Length, value, Limits.TableNameCharactersMin, Limits.TableNameCharactersMax, path);
    }

    /// <summary>A length must be in a range.</summary>
    public void Length(int length, string value, int min, int max, string path)
    {
        if (length < min)
        {
            Break(value, path, string.Create(CultureInfo.InvariantCulture, $"Member must have length greater than or equal to {min}"));
        }

        if (length > max)
        {
            Break(value, path, string.Create(CultureInfo.InvariantCulture, $"Member must have length less than or equal to {max}"));
        }
    }

    /// <summary>A number must be in a range, if it is there.</summary>
    public void Range(int? value, int min, int max, string path)
    {
        if (value < min)
        {
            Break(Print(value.Value), path, $"Member must have value greater than or equal to {Print(min)}");
        }

        if (value > max)
        {
            Break(Print(value.Value), path, $"Member must have value less than or equal to {Print(max)}");
        }
    }

    /// <summary>Notes a breach.</summary>
    public void Break(string value, string path, string rule) =>
        (_breaches ??= []).Add($"Value '{value}' at '{path}' failed to satisfy constraint: {rule}");

    /// <summary>Whether a text has only characters that names may have.</summary>
    public static bool IsName(string value)
    {
        foreach (char character in value)
        {
            if (!char.IsAsciiLetterOrDigit(character) && character is not ('_' or '.' or '-'))
            {
                return false;
            }
        }

        return value.Length > 0;
    }

    private static string Print(int value) => value.ToString(CultureInfo.InvariantCulture);
}
