using FsCheck;
using FsCheck.Fluent;
using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Tests.Trees;

/// <summary>A tree does what a sorted dictionary does, and keeps its structure while it does it.</summary>
public sealed class TreeModelTests
{
    private const int KeysMax = 3_000;

    [Fact]
    public void Random_edits_agree_with_a_sorted_dictionary() =>
        Prop.ForAll(Arb.Array(Edits().ToArbitrary()), edits => Agree(edits, batch: false)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Fact]
    public void Edits_in_place_agree_with_a_sorted_dictionary() =>
        Prop.ForAll(Arb.Array(Edits().ToArbitrary()), edits => Agree(edits, batch: true)).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(2_999)]
    public void Filling_and_emptying_in_any_stride_keeps_the_structure(int stride)
    {
        Tree tree = Tree.Empty;
        for (int i = 0; i < KeysMax; i++)
        {
            tree = tree.Put(i * stride % KeysMax, size: i);
        }

        TreeStructure.Check(tree);
        Assert.Equal((KeysMax, (long)KeysMax * (KeysMax - 1) / 2), (tree.Count, tree.Bytes));
        for (int i = 0; i < KeysMax; i++)
        {
            tree = tree.Remove(TreeKeys.Key(i * stride % KeysMax));
            if (i % 100 == 0)
            {
                TreeStructure.Check(tree);
            }
        }

        Assert.Equal((0, 0L), (tree.Count, tree.Bytes));
    }

    private static void Agree(Edit[] edits, bool batch)
    {
        object? owner = batch ? new object() : null;
        Tree tree = Tree.Empty;
        SortedDictionary<(ulong, string), int> model = new(TreeKeys.Order);
        foreach (Edit edit in edits)
        {
            for (int number = edit.First; number < edit.First + edit.Length; number++)
            {
                tree = edit.IsPut ? Put(tree, model, number, edit.Size, owner) : Remove(tree, model, number, owner);
            }
        }

        TreeStructure.Check(tree);
        Assert.Equal(model.Select(pair => (pair.Key, pair.Value)), Entries(tree));
        Assert.Equal(Entries(tree).AsEnumerable().Reverse(), EntriesBackwards(tree));
        Assert.Equal((model.Count, model.Values.Sum(size => (long)size)), (tree.Count, tree.Bytes));
    }

    private static Tree Put(Tree tree, SortedDictionary<(ulong, string), int> model, int number, int size, object? owner)
    {
        model[TreeKeys.Model(number)] = size;
        return owner is null && number % 2 == 0 && tree.Find(TreeKeys.Key(number), out TreePlace place).Exists
            ? tree.Replace(place, TreeKeys.Record(size))
            : tree.Put(number, size, owner);
    }

    private static Tree Remove(Tree tree, SortedDictionary<(ulong, string), int> model, int number, object? owner)
    {
        bool existed = model.Remove(TreeKeys.Model(number));
        Assert.Equal(existed, tree.Find(TreeKeys.Key(number)).Exists);
        return existed ? tree.Remove(TreeKeys.Key(number), owner) : tree;
    }

    internal static List<((ulong, string), int)> Entries(Tree tree)
    {
        List<((ulong, string), int)> entries = [];
        TreeCursor cursor = new(tree, TreeKey.First(0));
        while (cursor.MoveNext())
        {
            entries.Add(((cursor.Hash, Convert.ToHexString(cursor.Key)), cursor.Item.Size));
        }

        return entries;
    }

    private static List<((ulong, string), int)> EntriesBackwards(Tree tree)
    {
        List<((ulong, string), int)> entries = [];
        TreeCursor cursor = new(tree, new TreeKey(ulong.MaxValue, [255]));
        while (cursor.MovePrevious())
        {
            entries.Add(((cursor.Hash, Convert.ToHexString(cursor.Key)), cursor.Item.Size));
        }

        return entries;
    }

    private static Gen<Edit> Edits() =>
        from first in Gen.Choose(0, KeysMax - 200)
        from length in Gen.Choose(1, 200)
        from size in Gen.Choose(0, 1000)
        from isPut in Gen.Frequency((3, Gen.Constant(true)), (2, Gen.Constant(false)))
        select new Edit(isPut, first, length, size);

    /// <summary>Puts or removes a run of keys, so that few edits reach every kind of split and join.</summary>
    public sealed record Edit(bool IsPut, int First, int Length, int Size);
}
