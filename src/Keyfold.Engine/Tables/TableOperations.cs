using Keyfold.Engine.Indexes;
using Keyfold.Engine.Partitions;
using Keyfold.Engine.Streams;
using Keyfold.Engine.Trees;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>Creates, describes, deletes and lists tables.</summary>
internal static class TableOperations
{
    public static TableDescription Create(EngineState engine, in TableSchema schema)
    {
        TableRules.Check(schema);
        Table table = new(schema, engine.Options.TimeProvider.GetUtcNow(), engine.PartitionIds);
        engine.Tables.Add(table);
        if (schema.Stream is { } viewType)
        {
            StreamSwitch.Enable(engine, table, viewType);
        }

        return Describe(table, TableStatus.Active);
    }

    public static TableDescription Describe(EngineState engine, in string tableName) =>
        Describe(engine.Tables.FindForControl(tableName), TableStatus.Active);

    public static TableDescription Delete(EngineState engine, in string tableName)
    {
        Table table = engine.Tables.Remove(tableName);
        StreamSwitch.Disable(engine, table);
        return Describe(table, TableStatus.Deleting);
    }

    public static IReadOnlyList<string> List(EngineState engine)
    {
        // a name has ASCII characters only, so ordinal order is the order of its bytes
        string[] names = [.. engine.Tables.Names];
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    private static TableDescription Describe(Table table, TableStatus status)
    {
        long items = 0;
        long bytes = 0;
        foreach (Partition partition in table.Partitions.Partitions)
        {
            Tree tree = partition.Visible.Items;
            items += tree.Count;
            bytes += tree.Bytes;
        }

        return new TableDescription(table.Schema, status, table.CreatedAt, items, bytes, Sequence.From(table.Indexes.Select(Describe)));
    }

    private static IndexDescription Describe(TableIndex index)
    {
        long entries = 0;
        long bytes = 0;
        foreach (Partition partition in index.Partitions.Partitions)
        {
            Tree tree = index.EntriesOf(partition.Visible);
            entries += tree.Count;
            bytes += tree.Bytes;
        }

        return new IndexDescription(index.Name, entries, bytes);
    }
}
