using Keyfold.Items;
using Keyfold.Keys;
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
