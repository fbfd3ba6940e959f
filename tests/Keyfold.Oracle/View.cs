using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <summary>What a Query or Scan reads: a table, or one of its indexes.</summary>
internal sealed record View(OracleTable Table, SecondaryIndex? Index)
{
    /// <summary>The key that orders it.</summary>
    public KeySchema Key => Index?.Key ?? Table.Schema.Key;

    public Comparer<Item> Order { get; } = Ordering.Of(Table.Schema.Key, Index?.Key);

    public bool IsGlobal => Index?.Kind == SecondaryIndexKind.Global;

    public static View Of(OracleTable table, string? indexName, bool consistentRead)
    {
        View view = new(table, indexName is null ? null : table.Schema.FindIndex(indexName) ?? throw StorageErrors.IndexNotFound(indexName));
        return view.IsGlobal && consistentRead ? throw StorageErrors.ConsistentReadOnGlobalIndex() : view;
    }

    /// <summary>The whole items that are in it, in no order.</summary>
    public IEnumerable<Item> Items() => Table.Items.Values.Where(item => Index is null || Table.EntryOf(item, Index) is not null);

    /// <summary>What it keeps of an item.</summary>
    public Item EntryOf(Item item) => Index is null ? item : Table.EntryOf(item, Index)!;

    public Item PositionOf(Item item) => Table.PositionOf(item, Index);

    public bool Projects(DocumentPath path) => Index is null || Table.IsProjected(path.AttributeName, Index);

    /// <summary>Whether a read wants more than a local index keeps, so that each item is fetched from the table.</summary>
    public bool Fetches(Select select, ProjectionExpression? projection) =>
        Index is { Kind: SecondaryIndexKind.Local, Projection.Type: not ProjectionType.All }
        && (select == Select.AllAttributes || (projection is not null && !projection.Paths.All(Projects)));
}
