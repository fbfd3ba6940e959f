using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Keyfold.Protocol.Tests.Expressions;

/// <summary>
/// The same expressions to this parser and to a DynamoDB: same message. Runs where KEYFOLD_DYNAMODB_ENDPOINT names one; the recorded messages hold the same
/// line elsewhere.
/// </summary>
public sealed partial class DifferentialTests
{
    [Theory]
    [InlineData("C", 4000)]
    [InlineData("U", 3000)]
    [InlineData("P", 1000)]
    [InlineData("Q", 2000)]
    public async Task Random_expressions_get_the_message_that_DynamoDB_gives(string kind, int count)
    {
        Assert.SkipWhen(DynamoDbEndpoint.Address is null, "KEYFOLD_DYNAMODB_ENDPOINT is not set.");
        using DynamoDbEndpoint endpoint = new(DynamoDbEndpoint.Address!);
        await endpoint.CreateTableAsync();
        int seed = int.TryParse(Environment.GetEnvironmentVariable("KEYFOLD_SEED"), CultureInfo.InvariantCulture, out int given) ? given : 20101201;
        RandomTexts texts = new(new Random(seed));
        StringBuilder differences = new();
        for (int i = 0; i < count; i++)
        {
            string text = texts.Text(kind);
            string expected = Normalize(await endpoint.OutcomeAsync(kind, text));
            string actual = Normalize(Parsing.Outcome(kind, text, SampleValues.For(text)));
            if (expected != actual && !IsKnown(actual, text))
            {
                differences.Append(kind).Append('\t').Append(text).Append("\n  expected ").Append(expected).Append("\n  actual   ").Append(actual).Append('\n');
            }
        }

        Assert.True(differences.Length == 0, $"seed {seed}\n{differences}");
    }

    /// <summary>Whether a difference is Local's own.</summary>
    private static bool IsKnown(string actual, string text) =>

        // its grammar takes a :value for a step of a path, and then it fails or prints its own objects
        ValueInPath().IsMatch(text)

        // it does not reserve this word
        || actual.EndsWith("reserved keyword: size", StringComparison.Ordinal);

    /// <summary>Takes away what is known to differ between DynamoDB Local and Amazon's service, or to depend on the order of a Java hash table.</summary>
    private static string Normalize(string message)
    {
        message = message
            .Replace(", typeSet: ALLOWED_FOR_ADD_OPERAND", "", StringComparison.Ordinal)
            .Replace(", typeSet: ALLOWED_FOR_DELETE_OPERAND", "", StringComparison.Ordinal);

        // the same types in an order that changes from one run of Local to the next
        message = ValidTypes().Replace(message, "");
        message = OperandTypes().Replace(message, "operand type: {}");

        // which of several overlapping paths is named second, and for top-level attributes Local names one that does not overlap
        message = PathTwo().Replace(message, "");

        // Local prints the buffer that holds a binary value instead of the value
        return Binary().Replace(message, "{B}");
    }

    [GeneratedRegex(@"\.\s*:", RegexOptions.None, 1000)]
    private static partial Regex ValueInPath();

    [GeneratedRegex("valid types: .*$", RegexOptions.None, 1000)]
    private static partial Regex ValidTypes();

    [GeneratedRegex(@"operand type: \{[A-Z,]*,[A-Z,]*\}", RegexOptions.None, 1000)]
    private static partial Regex OperandTypes();

    [GeneratedRegex("path two: .*$", RegexOptions.None, 1000)]
    private static partial Regex PathTwo();

    [GeneratedRegex(@"\{B:[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Binary();
}
