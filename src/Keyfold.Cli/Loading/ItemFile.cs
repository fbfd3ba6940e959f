using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.DynamoDBv2.Model;
using CsvHelper;
using Keyfold.Cli.Items;

namespace Keyfold.Cli.Loading;

/// <summary>Reads items one after the other from a file of JSON values, of one JSON array, or of comma-separated values under a line of names.</summary>
internal static partial class ItemFile
{
    /// <summary>Reads a file.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="isCsv">Whether it holds comma-separated values: texts, of which empty ones are left out.</param>
    /// <param name="numbers">The columns of comma-separated values that are numbers.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="CommandException">What the file holds is no item; the message says which and why.</exception>
    public static IAsyncEnumerable<Dictionary<string, AttributeValue>> ReadAsync(
        Stream stream, bool isCsv, IReadOnlySet<string> numbers, CancellationToken cancellationToken) =>
        isCsv ? ReadCsvAsync(stream, numbers, cancellationToken) : ReadJsonAsync(stream, cancellationToken);

    private static async IAsyncEnumerable<Dictionary<string, AttributeValue>> ReadJsonAsync(
        Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        bool isArray = await StartsWithAsync(stream, (byte)'[', cancellationToken).ConfigureAwait(false);
        IAsyncEnumerator<JsonElement> values = JsonSerializer
            .DeserializeAsyncEnumerable(stream, Json.Default.JsonElement, topLevelValues: !isArray, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        await using ConfiguredAsyncDisposable disposal = values.ConfigureAwait(false);
        for (long number = 1; ; number++)
        {
            Dictionary<string, AttributeValue> item;
            try
            {
                if (!await values.MoveNextAsync().ConfigureAwait(false))
                {
                    yield break;
                }

                item = JsonItems.Read(values.Current);
            }
            catch (Exception exception) when (exception is JsonException or FormatException)
            {
                throw BadItem(number, exception);
            }

            yield return item;
        }
    }

    private static async IAsyncEnumerable<Dictionary<string, AttributeValue>> ReadCsvAsync(
        Stream stream, IReadOnlySet<string> numbers, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using StreamReader reader = new(stream, leaveOpen: true);
        using CsvParser csv = new(reader, CultureInfo.InvariantCulture);
        if (!await csv.ReadAsync().ConfigureAwait(false))
        {
            yield break;
        }

        string[] names = csv.Record!;
        for (long number = 1; await csv.ReadAsync().ConfigureAwait(false); number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (csv.Count != names.Length)
            {
                throw BadItem(number, new FormatException($"it has {csv.Count} values for {names.Length} names"));
            }

            Dictionary<string, AttributeValue> item = new(StringComparer.Ordinal);
            for (int column = 0; column < names.Length; column++)
            {
                if (csv[column] is { Length: > 0 } value)
                {
                    item[names[column]] = numbers.Contains(names[column]) ? new AttributeValue { N = value } : new AttributeValue { S = value };
                }
            }

            yield return item;
        }
    }

    private static async Task<bool> StartsWithAsync(Stream stream, byte wanted, CancellationToken cancellationToken)
    {
        byte[] one = new byte[1];
        do
        {
            if (await stream.ReadAsync(one, cancellationToken).ConfigureAwait(false) == 0)
            {
                break;
            }
        }
        while (one[0] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF);
        stream.Position = 0;
        return one[0] == wanted;
    }

    private static CommandException BadItem(long number, Exception exception) =>
        new(ExitCode.Failure, string.Create(CultureInfo.InvariantCulture, $"item {number} of the file is none: {exception.Message}"));

    [JsonSerializable(typeof(JsonElement))]
    private sealed partial class Json : JsonSerializerContext;
}
