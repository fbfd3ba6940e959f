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
        PartitionMap[] maps = [new(new PartitionIds(), locals: 0), new(new PartitionIds(), locals: 0)];
        PartitionLocks locks = new();
        Array.ForEach(maps, map => locks.Add(map, hash: 0));
        locks.Acquire();
        foreach (ref HeldPartition held in locks.Held)
        {
            held.SetItems(Tree.Empty.Put(1, 1));
        }

        locks.Publish(_commit);
        Assert.Equal([0, 0], maps.Select(map => map.Find(0).Visible.Items.Count));
        _commit.Complete();
        Assert.Equal([1, 1], maps.Select(map => map.Find(0).Visible.Items.Count));
        locks.Settle();
        Assert.Equal([1, 1], maps.Select(map => map.Find(0).Visible.Items.Count));
        locks.Release(new EngineOptions());
    }
}
