using Keyfold.Engine.Keys;
using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Log;

/// <summary>An item in a commit: as it was found, and as it becomes.</summary>
internal struct CommitAction(Table table, ulong hash, KeySlice key)
{
    public Table Table { get; } = table;

    public ulong Hash { get; } = hash;

    public KeySlice Key { get; } = key;

    public StoredItem Before { get; private set; }

    /// <summary>Where the item stood when it was found, if there was one.</summary>
    public TreePlace Place { get; private set; }

    /// <summary>The item as it becomes; none when it goes. As it was, until something is decided.</summary>
    public StoredItem After { get; set; }

    public readonly bool IsChange => !ReferenceEquals(Before.Record, After.Record);

    public void Found(StoredItem item, in TreePlace place)
    {
        Place = place;
        Before = item;
        After = item;
    }
}
