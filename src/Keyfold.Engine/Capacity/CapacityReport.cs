using Keyfold.Engine.Indexes;
using Keyfold.Engine.Log;
using Keyfold.Storage;

namespace Keyfold.Engine.Capacity;

/// <summary>
/// The units that a request consumes on one table, by "DynamoDB read and write operations" of the developer guide. Made only for
/// requests that ask for it.
/// </summary>
internal sealed class CapacityReport(string tableName)
{
    private readonly SortedDictionary<string, double> _locals = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, double> _globals = new(StringComparer.Ordinal);
    private double _table;

    public string TableName { get; } = tableName;

    private double Total => _table + _locals.Values.Sum() + _globals.Values.Sum();

    /// <summary>The units of a read of so many bytes; a read that finds nothing costs as much as the smallest.</summary>
    public static double ReadUnits(long bytes, bool isConsistent) => Units(bytes, Limits.ReadUnitBytes) * (isConsistent ? 1 : 0.5);

    /// <summary>The units of a write of so many bytes; one that changes nothing costs as much as the smallest.</summary>
    public static double WriteUnits(long bytes) => Units(bytes, Limits.WriteUnitBytes);

    public void AddTable(double units) => _table += units;

    public void AddIndex(TableIndex index, double units)
    {
        SortedDictionary<string, double> shares = index.IsLocal ? _locals : _globals;
        shares[index.Name] = shares.GetValueOrDefault(index.Name) + units;
    }

    /// <summary>Adds what one action of a commit costs.</summary>
    /// <param name="commit">The commit, complete.</param>
    /// <param name="position">The action's position.</param>
    /// <param name="factor">1, or 2 in a transaction.</param>
    public void AddWrite(Commit commit, int position, int factor)
    {
        CommitAction action = commit.Actions[position];
        AddTable(factor * WriteUnits(Math.Max(action.Before.Size, action.After.Size)));
        foreach (ref readonly IndexChange change in commit.IndexChanges)
        {
            if (change.Action == position)
            {
                AddIndex(change.Index, factor * UnitsOf(change));
            }
        }
    }

    public ConsumedCapacity ToResponse(ReturnConsumedCapacity detail) => detail == ReturnConsumedCapacity.Total
        ? new ConsumedCapacity(TableName, Total)
        : new ConsumedCapacity(TableName, Total)
        {
            TableCapacityUnits = _table,
            LocalSecondaryIndexes = Shares(_locals),
            GlobalSecondaryIndexes = Shares(_globals),
        };

    private static double UnitsOf(in IndexChange change) => change.Moves
        ? WriteUnits(change.Old.Size) + WriteUnits(change.New.Size)
        : WriteUnits(Math.Max(change.Old.Size, change.New.Size));

    private static double Units(long bytes, int unitBytes) => Math.Max(1, (bytes + unitBytes - 1) / unitBytes);

    private static Sequence<IndexCapacity> Shares(SortedDictionary<string, double> shares) =>
        Sequence.From(shares.Select(share => new IndexCapacity(share.Key, share.Value)));
}
