using Keyfold.Items;

namespace Keyfold.Engine.Trees;

/// <summary>
/// The keys of a node in ascending order. Its array is replaced and never written to, so that versions of a node share it.
/// </summary>
/// <remarks>
/// A search compares heads, which lie side by side, and follows the reference to a key only where heads are equal: each such step waits for memory. A head is
/// the hash and, since all keys of an item collection have one hash, eight bytes from the place on where the collection's keys begin to differ.
/// Over 100,000 items in collections of a hundred, a search with hashes alone took two thirds more time.
/// It counts the heads that stand before, all of them and without a branch, instead of halving: which half is right cannot be foretold, and in a node that the
/// processor's caches do not have, each halving waits for memory anew. That made a put an eighth shorter.
/// </remarks>
internal readonly struct NodeKeys
{
    private readonly Entry[] _entries;

    // keys of one hash have at least so many bytes in common; the tails of heads begin behind them
    private readonly int _common;

    private NodeKeys(Entry[] entries, int common)
    {
        _entries = entries;
        _common = common;
    }

    public static NodeKeys None { get; } = new([], int.MaxValue);

    public int Count => _entries.Length;

    public byte[] this[int index] => _entries[index].Key;

    public ulong HashAt(int index) => _entries[index].Hash;

    /// <summary>How many keys stand before the given one.</summary>
    public int LowerBound(in TreeKey key, out bool found)
    {
        Entry[] entries = _entries;
        ulong tail = TailOf(key.Bytes, _common);
        int place = 0;
        foreach (ref readonly Entry entry in entries.AsSpan())
        {
            place += entry.IsBefore(key.Hash, tail) ? 1 : 0;
        }

        while (place < entries.Length && entries[place].IsAt(key.Hash, tail))
        {
            int order = entries[place].Key.AsSpan().SequenceCompareTo(key.Bytes);
            if (order >= 0)
            {
                found = order == 0;
                return found ? place : PlaceNear(place, key);
            }

            place++;
        }

        found = false;
        return PlaceNear(place, key);
    }

    public NodeKeys Insert(int index, ulong hash, byte[] key)
    {
        Entry[] entries = Spliced.Insert(_entries, index, new Entry(hash, TailOf(key, _common), key));
        int neighbour = NeighbourOf(index, hash);
        return neighbour < 0 || _entries[neighbour].Key.AsSpan().CommonPrefixLength(key) >= _common
            ? new NodeKeys(entries, _common)
            : Of(entries);
    }

    public NodeKeys Remove(int index) => new(Spliced.Remove(_entries, index), _common);

    public NodeKeys Replace(int index, ulong hash, byte[] key) => Remove(index).Insert(index, hash, key);

    public NodeKeys Slice(int start, int end) => Of(_entries[start..end]);

    public NodeKeys Append(in NodeKeys right) => Of([.. _entries, .. right._entries]);

    /// <summary>Finds anew what keys have in common, and makes the heads' tails.</summary>
    /// <param name="entries">Keys with their hashes, to be changed.</param>
    private static NodeKeys Of(Entry[] entries)
    {
        int common = int.MaxValue;
        for (int i = 1; i < entries.Length; i++)
        {
            if (entries[i - 1].Hash == entries[i].Hash)
            {
                common = Math.Min(common, entries[i - 1].Key.AsSpan().CommonPrefixLength(entries[i].Key));
            }
        }

        foreach (ref Entry entry in entries.AsSpan())
        {
            entry = new Entry(entry.Hash, TailOf(entry.Key, common), entry.Key);
        }

        return new NodeKeys(entries, common);
    }

    /// <summary>
    /// The place of a key that is not there. Its tail means something only beside keys that begin as it does: it may belong before or after all keys of its hash.
    /// </summary>
    private int PlaceNear(int place, in TreeKey key)
    {
        int neighbour = NeighbourOf(place, key.Hash);
        int order = neighbour < 0 ? 0 : Start(key.Bytes).SequenceCompareTo(Start(_entries[neighbour].Key));
        while (order < 0 && place > 0 && _entries[place - 1].Hash == key.Hash)
        {
            place--;
        }

        while (order > 0 && place < _entries.Length && _entries[place].Hash == key.Hash)
        {
            place++;
        }

        return place;
    }

    private ReadOnlySpan<byte> Start(ReadOnlySpan<byte> key) => key[..Math.Min(_common, key.Length)];

    /// <summary>A key of the given hash beside a place, if there is one; else -1.</summary>
    private int NeighbourOf(int place, ulong hash)
    {
        if (place > 0 && _entries[place - 1].Hash == hash)
        {
            return place - 1;
        }

        return place < _entries.Length && _entries[place].Hash == hash ? place : -1;
    }

    /// <summary>Eight bytes of a key, as if zeros followed it: where only these tell keys apart, the keys themselves are compared.</summary>
    private static ulong TailOf(ReadOnlySpan<byte> key, int start) => start < key.Length ? LeadingBytes.Of(key[start..]) : 0;

    /// <summary>A key behind its head. They stand side by side, so that the step from one to the other mostly stays in one cache line.</summary>
    private readonly struct Entry(ulong hash, ulong tail, byte[] key)
    {
        public readonly ulong Hash = hash;

        public readonly byte[] Key = key;

        private readonly ulong _tail = tail;

        public bool IsBefore(ulong hash, ulong tail) => (Hash < hash) | ((Hash == hash) & (_tail < tail));

        public bool IsAt(ulong hash, ulong tail) => Hash == hash && _tail == tail;
    }
}
