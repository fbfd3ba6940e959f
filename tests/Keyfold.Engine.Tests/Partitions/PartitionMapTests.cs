using Keyfold.Engine.Partitions;
using Keyfold.Engine.Tests.Trees;
using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Tests.Partitions;

public sealed class PartitionMapTests
{
    private static readonly EngineOptions Small = new() { PartitionItemsMax = 10 };

    [Fact]
    public void Splits_leave_neither_gap_nor_overlap_and_lose_nothing()
    {
        PartitionMap map = new(new PartitionIds(), locals: 1);
        for (int number = 0; number < 1_000; number++)
        {
            Put(map, SpreadHash(number), number);
        }

        Partition[] partitions = map.Partitions.ToArray();
        Assert.InRange(partitions.Length, 100, 1_000);
        Assert.Equal((0ul, ulong.MaxValue), (partitions[0].FirstHash, partitions[^1].LastHash));
        Assert.All(partitions.Zip(partitions.Skip(1)), pair => Assert.Equal(pair.First.LastHash + 1, pair.Second.FirstHash));
        Assert.Equal(1_000, partitions.Sum(partition => partition.Visible.Items.Count));
        Assert.Equal(1_000, partitions.Sum(partition => partition.Visible.Locals[0].Count));
        for (int number = 0; number < 1_000; number++)
        {
            TreeKey key = new(SpreadHash(number), TreeKeys.Bytes(number));
            Assert.True(map.Find(key.Hash).Visible.Items.Find(key).Exists);
            Assert.True(map.Find(key.Hash).Visible.Locals[0].Find(key).Exists);
        }
    }

    /// <summary>One large item collection has one hash, and a partition key value lives in one partition.</summary>
    [Fact]
    public void A_partition_of_one_hash_does_not_split()
    {
        PartitionMap map = new(new PartitionIds(), locals: 1);
        for (int number = 0; number < 1_000; number++)
        {
            Put(map, ulong.MaxValue / 3, number);
        }

        Assert.Equal(1, map.Partitions.Length);
    }

    [Fact]
    public void A_large_collection_is_split_from_its_neighbours()
    {
        PartitionMap map = new(new PartitionIds(), locals: 1);
        Put(map, ulong.MaxValue, 5);
        for (int number = 0; number < 1_000; number++)
        {
            Put(map, ulong.MaxValue / 3, number);
        }

        Put(map, 0, 5);
        Assert.Equal([1_000], map.Partitions.ToArray().Select(partition => partition.Visible.Items.Count).Where(count => count > 2));
    }

    [Fact]
    public void Whoever_holds_an_older_map_still_finds_what_was_there()
    {
        PartitionMap map = new(new PartitionIds(), locals: 1);
        Put(map, SpreadHash(1), 1);
        Partition old = map.Find(SpreadHash(1));
        for (int number = 2; number < 100; number++)
        {
            Put(map, SpreadHash(number), number);
        }

        Assert.True(old.IsRetired);
        Assert.NotSame(old, map.Find(SpreadHash(1)));
        Assert.True(old.Visible.Items.Find(new TreeKey(SpreadHash(1), TreeKeys.Bytes(1))).Exists);
    }

    private static ulong SpreadHash(int number) => (ulong)number * 0x9E3779B97F4A7C15;

    private static void Put(PartitionMap map, ulong hash, int number)
    {
        PartitionLocks locks = new();
        locks.Add(map, hash);
        locks.Acquire();
        ref HeldPartition held = ref locks.Find(map, hash);
        TreeKey key = new(hash, TreeKeys.Bytes(number));
        held.SetItems(held.Items.Put(key, null, TreeKeys.Record(1)));
        held.SetLocal(0, held.Locals[0].Put(key, null, TreeKeys.Record(1)));
        held.Publish(null);
        locks.Release(Small);
    }
}
