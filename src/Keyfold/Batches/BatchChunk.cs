using Keyfold.Keys;
using Keyfold.Mapping;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>
/// The part of a batch that one request takes, encoded. Disposed of when its requests ended well: where one failed, a backend may still read the memory.
/// </summary>
internal sealed class BatchChunk : IDisposable
{
    private readonly ArraySegment<BatchEntry> _entries;
    private readonly ItemSegments _items;

    public BatchChunk(TableConnection connection, ArraySegment<BatchEntry> entries)
    {
        _entries = entries;
        _items = new ItemSegments(connection.Backend.Encoding, entries.Count);
        foreach (BatchEntry entry in _entries)
        {
            entry.AddTo(_items);
        }
    }

    public BatchWrite[] ToWrites()
    {
        var writes = new BatchWrite[_entries.Count];
        for (int i = 0; i < writes.Length; i++)
        {
            writes[i] = _items[i] is { IsEmpty: false } item ? BatchWrite.Put(item) : BatchWrite.Delete(_entries[i].Key);
        }

        return writes;
    }

    public RequestRejectedException Refused(StorageException error) => new(
        $"A batch was refused: {error.Message} It has {string.Join("; ", _entries.Select(entry => $"{entry.Model.Name} with {KeyDescription.Of(entry.Model, entry.Key)}"))}.",
        string.Join(", ", _entries.Select(entry => entry.Model.Name).Distinct()),
        key: null,
        error);

    /// <summary>Those of which a backend says that they were not done.</summary>
    public BatchRemainder[] Remaining(TableConnection connection, IReadOnlyList<BatchWriteTable> pending)
    {
        HashSet<ItemKey> keys = [.. pending.SelectMany(table => table.Writes).Select(write => write.IsPut ? ItemKeys.Of(connection, write.Item) : write.Key)];
        return
        [
            .. _entries
                .Where(entry => keys.Contains(entry.Key))
                .Select(entry => new BatchRemainder(entry.Model.Name, KeyDescription.Of(entry.Model, entry.Key), entry.Entity)),
        ];
    }

    public void Dispose() => _items.Dispose();
}
