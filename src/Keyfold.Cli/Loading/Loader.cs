using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Cli.Loading;

/// <summary>Puts items into a table in batches. A later item replaces an earlier one with the same key, as if they had been put one by one.</summary>
internal sealed class Loader(AmazonDynamoDBClient client, TableDescription table)
{
    private const int BatchItemsMax = 25;

    private readonly string[] _keyNames = [.. table.KeySchema.Select(element => element.AttributeName)];
    private readonly Dictionary<string, WriteRequest> _batch = new(StringComparer.Ordinal);

    /// <summary>How many items are in the table.</summary>
    public long Loaded { get; private set; }

    public async Task AddAsync(Dictionary<string, AttributeValue> item, CancellationToken cancellationToken)
    {
        // one batch may not hold a key twice
        string key = KeyOf(item);
        if (_batch.Count == BatchItemsMax || _batch.ContainsKey(key))
        {
            await FlushAsync(cancellationToken).ConfigureAwait(false);
        }

        _batch.Add(key, new WriteRequest(new PutRequest(item)));
    }

    /// <summary>Sends what has been added.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        int count = _batch.Count;
        Dictionary<string, List<WriteRequest>> rest = new(StringComparer.Ordinal) { [table.TableName] = [.. _batch.Values] };
        for (int attempt = 0; count > 0 && rest is { Count: > 0 }; attempt++)
        {
            if (attempt > 0)
            {
                // DynamoDB leaves out what its capacity is not enough for; asking again at once would not help
                await Task.Delay(TimeSpan.FromMilliseconds(50 << Math.Min(attempt, 7)), cancellationToken).ConfigureAwait(false);
            }

            rest = (await client.BatchWriteItemAsync(new BatchWriteItemRequest(rest), cancellationToken).ConfigureAwait(false)).UnprocessedItems;
        }

        _batch.Clear();
        Loaded += count;
    }

    private string KeyOf(Dictionary<string, AttributeValue> item) => string.Join('\0', _keyNames.Select(name =>
        item.TryGetValue(name, out AttributeValue? value) ? value.S ?? value.N ?? Convert.ToBase64String(value.B?.ToArray() ?? []) : ""));
}
