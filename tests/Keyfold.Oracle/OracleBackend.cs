using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>
/// A model of the storage contract to compare other backends with: slow, in memory, and written to be read beside DynamoDB's
/// documentation. One lock, items as objects, indexes computed from the table whenever they are read. It takes Core's value types and
/// errors and nothing of the engine, so that the two can only agree by both being right.
/// </summary>
/// <param name="clock">Tells when a client request token expires; the system's clock if null.</param>
public sealed partial class OracleBackend(TimeProvider? clock = null) : IStorageBackend, ITableAdministration
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly SortedDictionary<string, OracleTable> _tables = new(Utf8Order.Comparer);
    private readonly Lock _gate = new();

    public ItemEncoding Encoding => ItemEncoding.Binary;

    public ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default) => Run(() =>
    {
        TableRules.Check(schema);
        OracleTable table = new(schema, _clock.GetUtcNow());
        return _tables.TryAdd(schema.Name, table) ? Describe(table) : throw StorageErrors.TableExists(schema.Name);
    });

    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) => Run(() =>
        Describe(_tables.GetValueOrDefault(tableName) ?? throw StorageErrors.TableNotFound(tableName)));

    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) => Run(() =>
    {
        OracleTable table = _tables.GetValueOrDefault(tableName) ?? throw StorageErrors.TableNotFound(tableName);
        _tables.Remove(tableName);
        return Describe(table) with { Status = TableStatus.Deleting };
    });

    public ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<string>>(() => [.. _tables.Keys]);

    private static TableDescription Describe(OracleTable table) => new(
        table.Schema,
        TableStatus.Active,
        table.CreatedAt,
        table.Items.Count,
        table.Items.Values.Sum(item => (long)Sizes.Of(item)),
        Sequence.From(table.Schema.Indexes.Select(index => Describe(table, index))));

    private static IndexDescription Describe(OracleTable table, SecondaryIndex index)
    {
        List<Item> entries = [.. table.Items.Values.Select(item => table.EntryOf(item, index)).OfType<Item>()];
        return new IndexDescription(index.Name, entries.Count, entries.Sum(entry => (long)Sizes.Of(entry)));
    }

    private static Item Decode(ReadOnlyMemory<byte> item) => ItemCodec.Decode(item.Span, ItemEncoding.Binary);

    private static ReadOnlyMemory<byte> Encode(Item? item) => item is null ? default : ItemCodec.Encode(item, ItemEncoding.Binary);

    private OracleTable Table(string name) => _tables.GetValueOrDefault(name) ?? throw StorageErrors.TableNotFound();

    /// <summary>The key as an item, after the checks that need the table.</summary>
    private static Item KeyOf(OracleTable table, ItemKey key)
    {
        Item item = KeyDecoding.ToItem(key, table.Schema.Key);
        KeyRules.CheckKey(item, table.Schema.Key);
        return item;
    }

    private ValueTask<T> Run<T>(Func<T> operation)
    {
        lock (_gate)
        {
            return ValueTask.FromResult(operation());
        }
    }
}
