using Keyfold.Engine.Partitions;
using Keyfold.Engine.Tests.Trees;
using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Tests.Partitions;

public sealed class JointCommitTests
{
    private readonly PartitionVersion _before = new(Tree.Empty, []);
    private readonly PartitionVersion _after = new(Tree.Empty.Put(1, 1), []);
    private readonly JointCommit _commit = new();

    [Fact]
    public void A_version_is_hidden_until_its_commit_completes()
    {
        _after.HideUntil(_commit, _before);
        Assert.Same(_before, _after.Resolve());
        _commit.Complete();
        Assert.Same(_after, _after.Resolve());
    }

    [Fact]
    public void A_settled_version_shows_itself()
    {
        _after.HideUntil(_commit, _before);
        _commit.Complete();
        _after.Settle();
        Assert.Same(_after, _after.Resolve());
    }

    [Fact]
    public void Readers_of_two_partitions_see_both_or_none()
    {
        Partition[] partitions = [new(1, 0, 9, _before), new(2, 10, 19, _before)];
        foreach (Partition partition in partitions)
        {
            PartitionVersion next = new(Tree.Empty.Put(1, 1), []);
            next.HideUntil(_commit, partition.Head);
            partition.Advance(next);
            partition.Publish();
            Assert.Equal([0, 0], partitions.Select(each => each.Visible.Items.Count));
        }

        _commit.Complete();
        Assert.Equal([1, 1], partitions.Select(each => each.Visible.Items.Count));
    }
}
