using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>The capacity of several requests, by table in the order in which they came.</summary>
internal sealed class CapacitySum(Sequence<ConsumedCapacity> first)
{
    private readonly List<ConsumedCapacity> _tables = [.. first];

    public void Add(Sequence<ConsumedCapacity> more)
    {
        foreach (ConsumedCapacity capacity in more)
        {
            int index = _tables.FindIndex(table => table.TableName == capacity.TableName);
            if (index < 0)
            {
                _tables.Add(capacity);
            }
            else
            {
                _tables[index] = Sum(_tables[index], capacity);
            }
        }
    }

    public Sequence<ConsumedCapacity> ToSequence() => [.. _tables];

    private static ConsumedCapacity Sum(ConsumedCapacity left, ConsumedCapacity right) => new(left.TableName, left.CapacityUnits + right.CapacityUnits)
    {
        ReadCapacityUnits = Sum(left.ReadCapacityUnits, right.ReadCapacityUnits),
        WriteCapacityUnits = Sum(left.WriteCapacityUnits, right.WriteCapacityUnits),
        TableCapacityUnits = Sum(left.TableCapacityUnits, right.TableCapacityUnits),
        LocalSecondaryIndexes = Sum(left.LocalSecondaryIndexes, right.LocalSecondaryIndexes),
        GlobalSecondaryIndexes = Sum(left.GlobalSecondaryIndexes, right.GlobalSecondaryIndexes),
    };

    private static double? Sum(double? left, double? right) => left is null ? right : left + (right ?? 0);

    private static Sequence<IndexCapacity> Sum(Sequence<IndexCapacity> left, Sequence<IndexCapacity> right) =>
        [.. left.Concat(right)
            .GroupBy(index => index.IndexName, StringComparer.Ordinal)
            .Select(index => new IndexCapacity(index.Key, index.Sum(part => part.CapacityUnits)))];
}
