using System.Buffers.Binary;
using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Tests.Trees;

/// <summary>Keys and records made of small numbers: few hashes, so that many keys share one.</summary>
internal static class TreeKeys
{
    public const int HashesMax = 8;

    public static ulong Hash(int number) => (ulong)(number % HashesMax) * (ulong.MaxValue / HashesMax);

    public static byte[] Bytes(int number)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return number % 3 == 0 ? bytes : bytes[1..];
    }

    /// <summary>A record whose header says the given size, which is all that a tree reads of it.</summary>
    public static StoredItem Record(int size)
    {
        byte[] record = new byte[8];
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(4), size);
        return new StoredItem(record);
    }

    public static TreeKey Key(int number) => new(Hash(number), Bytes(number));

    public static Tree Put(this Tree tree, int number, int size, object? owner = null) => tree.Put(Key(number), null, Record(size), owner);

    /// <summary>The same order as a tree's, written down as plainly as possible.</summary>
    public static readonly IComparer<(ulong Hash, string Hex)> Order =
        Comparer<(ulong Hash, string Hex)>.Create((left, right) =>
            left.Hash != right.Hash ? left.Hash.CompareTo(right.Hash) : string.CompareOrdinal(left.Hex, right.Hex));

    public static (ulong Hash, string Hex) Model(int number) => (Hash(number), Convert.ToHexString(Bytes(number)));
}
