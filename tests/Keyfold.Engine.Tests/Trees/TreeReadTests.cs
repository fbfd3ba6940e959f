using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Tests.Trees;

public sealed class TreeReadTests
{
    private const int Keys = 2_000;

    private static readonly Tree Full = Fill();

    /// <summary>The risk: a writer changes a node that a reader still holds.</summary>
    [Fact]
    public void A_tree_that_was_taken_stays_as_it_was()
    {
        List<((ulong, string), int)> before = TreeModelTests.Entries(Full);
        object owner = new();
        Tree edited = Full;
        Tree halfway = default;
        List<((ulong, string), int)> beforeHalfway = [];
        for (int number = 0; number < Keys; number += 2)
        {
            if (number == Keys / 2)
            {
                halfway = edited;
                beforeHalfway = TreeModelTests.Entries(halfway);
                owner = new object();
            }

            edited = edited.Remove(TreeKeys.Key(number), owner);
            edited = edited.Put(number + 1, 7, owner);
            edited = edited.Put(number + Keys, 9, owner);
        }

        Assert.Equal(before, TreeModelTests.Entries(Full));
        Assert.Equal(beforeHalfway, TreeModelTests.Entries(halfway));
        TreeStructure.Check(Full);
        TreeStructure.Check(halfway);
        TreeStructure.Check(edited);
    }

    [Fact]
    public void A_cursor_finds_its_place_from_any_bound_in_both_directions()
    {
        List<((ulong, string) Key, int)> entries = TreeModelTests.Entries(Full);
        for (int number = 0; number < Keys + 100; number += 13)
        {
            int before = entries.Count(entry => TreeKeys.Order.Compare(entry.Key, TreeKeys.Model(number)) < 0);
            TreeCursor forward = new(Full, TreeKeys.Key(number));
            Assert.Equal(before < entries.Count, forward.MoveNext());
            if (before < entries.Count)
            {
                Assert.Equal(entries[before].Key, (forward.Hash, Convert.ToHexString(forward.Key)));
            }

            TreeCursor backward = new(Full, TreeKeys.Key(number));
            Assert.Equal(before > 0, backward.MovePrevious());
            if (before > 0)
            {
                Assert.Equal(entries[before - 1].Key, (backward.Hash, Convert.ToHexString(backward.Key)));
            }
        }
    }

    [Fact]
    public void A_cursor_can_turn_round()
    {
        TreeCursor cursor = new(Full, TreeKeys.Key(500));
        Assert.True(cursor.MoveNext());
        byte[] key = cursor.Key;
        for (int i = 0; i < 100; i++)
        {
            Assert.True(cursor.MoveNext());
        }

        for (int i = 0; i < 101; i++)
        {
            Assert.True(cursor.MovePrevious());
        }

        Assert.Equal(key, cursor.Key);
    }

    [Fact]
    public void An_empty_tree_has_nothing_to_either_side()
    {
        TreeCursor cursor = new(Tree.Empty, TreeKey.First(0));
        Assert.False(cursor.MoveNext());
        Assert.False(cursor.MovePrevious());
        Assert.False(Tree.Empty.Find(TreeKeys.Key(1)).Exists);
    }

    [Fact]
    public void A_cut_gives_the_entries_of_each_side()
    {
        for (int hash = 0; hash <= TreeKeys.HashesMax; hash++)
        {
            ulong from = hash == TreeKeys.HashesMax ? ulong.MaxValue : TreeKeys.Hash(hash);
            (Tree below, Tree fromOn) = Full.CutAt(from);
            TreeStructure.Check(below);
            TreeStructure.Check(fromOn);
            List<((ulong Hash, string) Key, int)> entries = TreeModelTests.Entries(Full);
            Assert.Equal(entries.Where(entry => entry.Key.Hash < from), TreeModelTests.Entries(below));
            Assert.Equal(entries.Where(entry => entry.Key.Hash >= from), TreeModelTests.Entries(fromOn));
        }
    }

    [Fact]
    public void Byte_sums_and_ranks_agree_with_a_walk()
    {
        List<((ulong Hash, string) Key, int Size)> entries = TreeModelTests.Entries(Full);
        for (int number = 0; number < Keys; number += 97)
        {
            int other = number * 31 % Keys;
            bool ascending = TreeKeys.Order.Compare(TreeKeys.Model(number), TreeKeys.Model(other)) <= 0;
            (int low, int high) = ascending ? (number, other) : (other, number);
            long expected = entries
                .Where(entry => TreeKeys.Order.Compare(entry.Key, TreeKeys.Model(low)) >= 0
                    && TreeKeys.Order.Compare(entry.Key, TreeKeys.Model(high)) < 0)
                .Sum(entry => (long)entry.Size);
            Assert.Equal(expected, Full.BytesBetween(TreeKeys.Key(low), TreeKeys.Key(high)));
            Assert.Equal(entries[number].Key.Hash, Full.HashAt(number));
        }
    }

    /// <summary>A replaced item must not cost a copy of keys and hashes: the new leaf shares them.</summary>
    [Fact]
    public void Replacing_keeps_the_arrays_of_keys()
    {
        Tree replaced = Full.Put(42, 5);
        Assert.Same(KeyOf(Full), KeyOf(replaced));
        Assert.Equal(5, replaced.Find(TreeKeys.Key(42)).Size);
    }

    private static byte[] KeyOf(Tree tree)
    {
        TreeCursor cursor = new(tree, TreeKeys.Key(42));
        Assert.True(cursor.MoveNext());
        return cursor.Key;
    }

    private static Tree Fill()
    {
        object owner = new();
        Tree tree = Tree.Empty;
        for (int number = 0; number < Keys; number++)
        {
            tree = tree.Put(number * 7 % Keys, number, owner);
        }

        return tree;
    }
}
