using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Tests.Trees;

/// <summary>Checks what must hold in every tree, whatever was done to it.</summary>
internal static class TreeStructure
{
    public static void Check(Tree tree)
    {
        List<(ulong, string)> keys = [];
        Check(tree.Root, isRoot: true, keys);
        List<(ulong, string)> sorted = [.. keys.Distinct()];
        sorted.Sort(TreeKeys.Order);
        Assert.Equal(sorted, keys);
    }

    private static int Check(Node node, bool isRoot, List<(ulong, string)> keys)
    {
        Assert.InRange(node.Width, isRoot ? 0 : 1, node.WidthMax);
        if (node is Leaf leaf)
        {
            Assert.Equal((leaf.Width, leaf.Width), (leaf.Keys.Count, leaf.Count));
            Assert.Equal(leaf.Items.ToArray().Sum(item => (long)item.Size), leaf.Bytes);
            keys.AddRange(Enumerable.Range(0, leaf.Width).Select(index => KeyOf(leaf, index)));
            return 0;
        }

        Branch branch = (Branch)node;
        Assert.True(!isRoot || branch.Width > 1);
        Assert.Equal(branch.Width - 1, branch.Keys.Count);
        Assert.Equal(branch.Children.ToArray().Sum(child => child.Count), branch.Count);
        Assert.Equal(branch.Children.ToArray().Sum(child => child.Bytes), branch.Bytes);
        HashSet<int> heights = [];
        for (int child = 0; child < branch.Width; child++)
        {
            int before = keys.Count;
            heights.Add(Check(branch.Children[child], isRoot: false, keys));
            CheckBounds(branch, child, keys[before], keys[^1]);
        }

        return 1 + Assert.Single(heights);
    }

    private static void CheckBounds(Branch branch, int child, (ulong, string) first, (ulong, string) last)
    {
        if (child > 0)
        {
            Assert.True(TreeKeys.Order.Compare(KeyOf(branch, child - 1), first) <= 0);
        }

        if (child < branch.Width - 1)
        {
            Assert.True(TreeKeys.Order.Compare(last, KeyOf(branch, child)) < 0);
        }
    }

    private static (ulong, string) KeyOf(Node node, int index) => (node.Keys.HashAt(index), Convert.ToHexString(node.Keys[index]));
}
