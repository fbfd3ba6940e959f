namespace Keyfold.Engine.Trees;

/// <summary>
/// Where an entry stands in a tree: by the hash of its partition key, then by its key bytes, unsigned. Key bytes begin with the
/// partition key, so entries of one item collection are neighbours in the order of the sort key even when two hashes collide.
/// </summary>
internal readonly ref struct TreeKey(ulong hash, ReadOnlySpan<byte> bytes)
{
    public ulong Hash { get; } = hash;

    public ReadOnlySpan<byte> Bytes { get; } = bytes;

    /// <summary>The place before every entry of a hash.</summary>
    public static TreeKey First(ulong hash) => new(hash, default);

    /// <summary>Negative, zero or positive as this key stands before, at or after another.</summary>
    public int CompareTo(ulong hash, ReadOnlySpan<byte> bytes) =>
        Hash != hash ? Hash.CompareTo(hash) : Bytes.SequenceCompareTo(bytes);
}
