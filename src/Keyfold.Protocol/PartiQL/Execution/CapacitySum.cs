using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>Adds up the capacity of several requests, table by table, in the order in which the tables are met.</summary>
internal sealed class CapacitySum
{
    private readonly List<ConsumedCapacity> _tables = [];

    /// <summary>The sums.</summary>
    public Sequence<ConsumedCapacity> Tables => Sequence.From(_tables);

    /// <summary>Adds a request's capacity, if it has been reported.</summary>
    public void Add(ConsumedCapacity? capacity)
    {
        if (capacity is null)
        {
            return;
        }

        int position = _tables.FindIndex(table => table.TableName == capacity.TableName);
        if (position < 0)
        {
            _tables.Add(capacity);
            return;
        }

        ConsumedCapacity sum = _tables[position];
        _tables[position] = sum with
        {
            CapacityUnits = sum.CapacityUnits + capacity.CapacityUnits,
            ReadCapacityUnits = Add(sum.ReadCapacityUnits, capacity.ReadCapacityUnits),
            WriteCapacityUnits = Add(sum.WriteCapacityUnits, capacity.WriteCapacityUnits),
            TableCapacityUnits = Add(sum.TableCapacityUnits, capacity.TableCapacityUnits),
            LocalSecondaryIndexes = Add(sum.LocalSecondaryIndexes, capacity.LocalSecondaryIndexes),
            GlobalSecondaryIndexes = Add(sum.GlobalSecondaryIndexes, capacity.GlobalSecondaryIndexes),
        };
    }

    private static double? Add(double? left, double? right) => left is null ? right : left + (right ?? 0);

    private static Sequence<IndexCapacity> Add(Sequence<IndexCapacity> left, Sequence<IndexCapacity> right) => Sequence.From(
        left.Concat(right).GroupBy(index => index.IndexName, (name, shares) => new IndexCapacity(name, shares.Sum(share => share.CapacityUnits))));
}
