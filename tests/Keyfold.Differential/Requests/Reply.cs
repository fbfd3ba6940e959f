using System.Text.RegularExpressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Differential.Requests;

/// <summary>Replies as text.</summary>
internal static partial class Reply
{
    /// <summary>Sends a request and tells its reply or its error.</summary>
    public static async Task<string> Of(Operation operation, IStorageBackend backend, TableSchema schema)
    {
        try
        {
            return await operation.Send(backend, schema);
        }
        catch (StorageException error)
        {
            IEnumerable<string> reasons = error.CancellationReasons.Select(reason => $"{reason.Code} {reason.Message} {Of(reason.Item)}");
            return $"{error.Code}: {error.Message} {Of(error.Item)} [{string.Join("; ", reasons)}]";
        }
    }

    public static string Of(ReadOnlyMemory<byte> item) => item.IsEmpty ? "none" : ItemCodec.Decode(item.Span, ItemEncoding.Binary).ToString();

    public static string Unordered(IEnumerable<ReadOnlyMemory<byte>> items) => string.Join(" | ", items.Select(Of).Order(StringComparer.Ordinal));

    /// <summary>The sort keys of the items in their order, as far as they are there.</summary>
    public static string SortKeys(IEnumerable<ReadOnlyMemory<byte>> items, KeySchema key) => string.Join(
        ", ",
        from bytes in items
        let item = ItemCodec.Decode(bytes.Span, ItemEncoding.Binary)
        select string.Concat(key.Sort.Select(attribute => item.TryGet(attribute.Name, out AttributeValue value) ? value.ToString() : "")));

    public static string Of(IEnumerable<ConsumedCapacity> capacity) => string.Join(", ", capacity.Select(Of));

    public static string Of(ConsumedCapacity? capacity) => capacity is null
        ? "free"
        : $"{capacity with
        {
            LocalSecondaryIndexes = [.. capacity.LocalSecondaryIndexes.OrderBy(index => index.IndexName, StringComparer.Ordinal)],
            GlobalSecondaryIndexes = [.. capacity.GlobalSecondaryIndexes.OrderBy(index => index.IndexName, StringComparer.Ordinal)],
        }}";

    /// <summary>A reply without what it consumed, which may differ where nothing else does.</summary>
    public static string WithoutCapacity(string reply) => CapacityText().Replace(reply, "capacity");

    [GeneratedRegex(@"ConsumedCapacity \{(?:[^{}]|\{[^{}]*\})*\}", RegexOptions.None, 1000)]
    private static partial Regex CapacityText();
}
