using System.Buffers;
using System.Globalization;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Protocol.Expressions;
using Sdk = Amazon.DynamoDBv2.Model;

namespace Keyfold.Differential.Aws;

/// <summary>The expressions of one request as text, and what their placeholders stand for.</summary>
internal sealed class ExpressionTexts
{
    private readonly ExpressionPrinter _printer = new();

    /// <summary>The names; null when there is none, since DynamoDB refuses an empty map.</summary>
    public Dictionary<string, string>? Names => _printer.Names.Count == 0
        ? null
        : _printer.Names.Index().ToDictionary(name => Placeholder('#', name.Index), name => name.Item.Name!, StringComparer.Ordinal);

    /// <summary>The values; null when there is none.</summary>
    public Dictionary<string, Sdk.AttributeValue>? Values => _printer.Values.Count == 0
        ? null
        : _printer.Values.Index().ToDictionary(value => Placeholder(':', value.Index), value => AwsItems.ToAws(value.Item), StringComparer.Ordinal);

    public string? Print(Condition? condition) => condition is null ? null : Print(output => _printer.Print(condition, output));

    public string? Print(ProjectionExpression? projection) => projection is null ? null : Print(output => _printer.Print(projection, output));

    public string? Print(UpdateExpression? update) => update is null ? null : Print(output => _printer.Print(update, output));

    public string Print(KeyCondition condition) => Print(output => _printer.Print(condition, output));

    private static string Placeholder(char mark, int position) => string.Create(CultureInfo.InvariantCulture, $"{mark}{position}");

    private static string Print(Action<ArrayBufferWriter<byte>> print)
    {
        ArrayBufferWriter<byte> output = new();
        print(output);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }
}
