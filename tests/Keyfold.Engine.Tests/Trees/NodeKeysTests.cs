using System.Text;
using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Tests.Trees;

/// <summary>
/// A search among keys of few hashes that begin alike, that begin otherwise, that end early: wherever heads say little or mislead, it gives the place that
/// comparing whole keys gives.
/// </summary>
public sealed class NodeKeysTests
{
    private static readonly string[] Starts = ["", "A", "CUSTOMER#1|ORDER#", "CUSTOMER#1|ORDER#0000", "CUSTOMER#1|PROFILE", "CUSTOMER#2|ORDER#0000", "Z\0\0\0\0\0\0\0\0"];
    private static readonly string[] Ends = ["", "\0", "0", "00000001", "00000002", "000000010", "1", "~"];

    private static readonly (ulong Hash, string Key)[] All =
        [.. from hash in (ulong[])[0, 7, ulong.MaxValue] from start in Starts from end in Ends select (hash, start + end)];

    [Fact]
    public void Any_keys_are_found_and_any_others_have_their_place()
    {
        Random random = new(1);
        for (int round = 0; round < 2_000; round++)
        {
            (ulong Hash, string Key)[] some = [.. random.GetItems(All, random.Next(1, 24)).Distinct()];
            Check(some.Aggregate(NodeKeys.None, Put));
        }
    }

    [Fact]
    public void Keys_that_were_removed_cut_out_joined_or_replaced_leave_the_others_in_their_places()
    {
        Random random = new(2);
        for (int round = 0; round < 1_000; round++)
        {
            (ulong Hash, string Key)[] some = [.. random.GetItems(All, random.Next(2, 24)).Distinct()];
            NodeKeys keys = some.Aggregate(NodeKeys.None, Put);
            int place = random.Next(keys.Count);
            Check(keys.Remove(place));
            Check(keys.Slice(0, place));
            Check(keys.Slice(0, place).Append(keys.Slice(place, keys.Count)));
            byte[] after = [.. keys[place], 0];
            keys.LowerBound(new TreeKey(keys.HashAt(place), after), out bool found);
            Check(found ? keys : keys.Replace(place, keys.HashAt(place), after));
        }
    }

    private static NodeKeys Put(NodeKeys keys, (ulong Hash, string Key) next)
    {
        byte[] bytes = Encoding.ASCII.GetBytes(next.Key);
        int place = keys.LowerBound(new TreeKey(next.Hash, bytes), out bool found);
        Assert.False(found);
        return keys.Insert(place, next.Hash, bytes);
    }

    private static void Check(NodeKeys keys)
    {
        List<(ulong Hash, string Key)> held = [.. Enumerable.Range(0, keys.Count).Select(index => (keys.HashAt(index), Encoding.ASCII.GetString(keys[index])))];
        foreach ((ulong Hash, string Key) key in All)
        {
            int place = keys.LowerBound(new TreeKey(key.Hash, Encoding.ASCII.GetBytes(key.Key)), out bool found);
            Assert.Equal((held.Count(other => Compare(other, key) < 0), held.Contains(key)), (place, found));
        }
    }

    private static int Compare((ulong Hash, string Key) left, (ulong Hash, string Key) right) =>
        left.Hash == right.Hash ? string.CompareOrdinal(left.Key, right.Key) : left.Hash.CompareTo(right.Hash);
}
