using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Cli.Items;

/// <summary>
/// A filter as a person types it: DynamoDB's filter expression, but with literals in it (<c>'France'</c>, <c>3.5</c>, <c>true</c>, <c>null</c>) and without a
/// thought to reserved words. Each literal becomes a value and each name a placeholder; what is wrong with the rest is for the server to say.
/// </summary>
internal sealed partial class FilterText
{
    private readonly StringBuilder _expression = new();
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, AttributeValue> _values = new(StringComparer.Ordinal);

    private FilterText()
    {
    }

    public string Expression => _expression.ToString();

    public IReadOnlyDictionary<string, string> Names => _names;

    public IReadOnlyDictionary<string, AttributeValue> Values => _values;

    public static FilterText Parse(string text)
    {
        FilterText filter = new();
        foreach (Match token in Token().Matches(text))
        {
            filter.Add(token);
        }

        return filter;
    }

    public void AddTo(ScanRequest request)
    {
        request.FilterExpression = Expression;
        request.ExpressionAttributeNames = _names.Count == 0 ? null : _names;
        request.ExpressionAttributeValues = _values.Count == 0 ? null : _values;
    }

    private void Add(Match token)
    {
        if (token.Groups["text"] is { Success: true } literal)
        {
            AddValue(new AttributeValue { S = literal.Value.Replace("''", "'", StringComparison.Ordinal) });
        }
        else if (token.Groups["number"].Success)
        {
            AddValue(new AttributeValue { N = token.Value });
        }
        else if (token.Groups["name"].Success)
        {
            AddWord(token.Value);
        }
        else
        {
            _expression.Append(token.Value);
        }
    }

    private void AddWord(string word)
    {
        switch (word.ToUpperInvariant())
        {
            case "AND" or "OR" or "NOT" or "IN" or "BETWEEN":
                _expression.Append(word);
                break;
            case "TRUE" or "FALSE":
                AddValue(new AttributeValue { BOOL = bool.Parse(word) });
                break;
            case "NULL":
                AddValue(new AttributeValue { NULL = true });
                break;
            default:
                AddName(word);
                break;
        }
    }

    private void AddName(string name)
    {
        string placeholder = string.Create(CultureInfo.InvariantCulture, $"#n{_names.Count}");
        _names.Add(placeholder, name);
        _expression.Append(placeholder);
    }

    private void AddValue(AttributeValue value)
    {
        string placeholder = string.Create(CultureInfo.InvariantCulture, $":v{_values.Count}");
        _values.Add(placeholder, value);
        _expression.Append(placeholder);
    }

    // a word before a parenthesis is a function, a number in brackets the index of a list
    [GeneratedRegex(
        """
        '(?<text>(?:[^']|'')*)'
        | \[\s*\d+\s*\]
        | (?<number>-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)
        | \b(?:size|contains|begins_with|attribute_exists|attribute_not_exists|attribute_type)(?=\s*\()
        | (?<name>[A-Za-z_][A-Za-z0-9_]*)
        | .
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Token();
}
