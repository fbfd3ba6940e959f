using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>Capacity units, by "DynamoDB read and write operations" of the developer guide.</summary>
internal sealed class Units(string tableName)
{
    private readonly SortedDictionary<string, double> _local = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> _global = new(StringComparer.Ordinal);
    private double _table;

    private double Total => _table + _local.Values.Sum() + _global.Values.Sum();

    /// <summary>Units of a read of so many bytes; nothing at all costs as much as the smallest read.</summary>
    public static double Read(long bytes, bool consistent) => Math.Max(1, Ceiling(bytes, Limits.ReadUnitBytes)) * (consistent ? 1 : 0.5);

    public void AddTable(double units) => _table += units;

    public void AddIndex(SecondaryIndex index, double units)
    {
        SortedDictionary<string, double> shares = index.Kind == SecondaryIndexKind.Local ? _local : _global;
        shares[index.Name] = shares.GetValueOrDefault(index.Name) + units;
    }

    /// <summary>Adds what it costs to replace an item by another one; either may be missing.</summary>
    /// <param name="table">The item's table.</param>
    /// <param name="old">The item before.</param>
    /// <param name="written">The item after.</param>
    /// <param name="factor">1, or 2 in a transaction.</param>
    public void AddWrite(OracleTable table, Item? old, Item? written, int factor)
    {
        AddTable(factor * Math.Max(1, Math.Max(Write(old), Write(written))));
        foreach (SecondaryIndex index in table.Schema.Indexes)
        {
            double units = IndexWrite(table, index, table.EntryOf(old, index), table.EntryOf(written, index));
            if (units > 0)
            {
                AddIndex(index, factor * units);
            }
        }
    }

    public ConsumedCapacity? Report(ReturnConsumedCapacity level) => level switch
    {
        ReturnConsumedCapacity.None => null,
        ReturnConsumedCapacity.Total => new ConsumedCapacity(tableName, Total),
        _ => new ConsumedCapacity(tableName, Total)
        {
            TableCapacityUnits = _table,
            LocalSecondaryIndexes = Shares(_local),
            GlobalSecondaryIndexes = Shares(_global),
        },
    };

    private static Sequence<IndexCapacity> Shares(SortedDictionary<string, double> shares) =>
        Sequence.From(shares.Select(share => new IndexCapacity(share.Key, share.Value)));

    // a changed key is a delete and an insert; a changed projected attribute is one write of the larger entry; else nothing happens
    private static double IndexWrite(OracleTable table, SecondaryIndex index, Item? old, Item? written)
    {
        if (old is not null && written is not null && !table.PositionOf(old, index).Equals(table.PositionOf(written, index)))
        {
            return Write(old) + Write(written);
        }

        return Equals(old, written) ? 0 : Math.Max(Write(old), Write(written));
    }

    private static double Write(Item? item) => item is null ? 0 : Ceiling(Sizes.Of(item), Limits.WriteUnitBytes);

    private static double Ceiling(long bytes, int unit) => (bytes + unit - 1) / unit;
}
