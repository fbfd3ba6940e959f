using Keyfold.Engine.Streams;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>Creates, describes, deletes and lists tables.</summary>
internal static class TableOperations
{
    public static TableDescription Create(EngineState engine, in TableSchema schema)
    {
        TableRules.Check(schema);
        Table table = new(schema, engine.TableIds.Next(schema.Name), engine.Options.TimeProvider.GetUtcNow(), engine.PartitionIds);
        engine.Tables.Add(table);
        table.Change(Begin, engine);
        if (schema.TimeToLiveAttribute is not null)
        {
            engine.ExpiryTimer.Start();
        }

        return TableDescriber.Describe(engine, table);
    }

    public static TableDescription Describe(EngineState engine, in string tableName) =>
        TableDescriber.Describe(engine, engine.Tables.FindForControl(tableName));

    public static TableDescription Delete(EngineState engine, in string tableName)
    {
        Table table = engine.Tables.Remove(tableName);
        table.Change(End, engine);
        return TableDescriber.Describe(engine, table) with { Status = TableStatus.Deleting };
    }

    public static IReadOnlyList<string> List(EngineState engine)
    {
        // a name has ASCII characters only, so ordinal order is the order of its bytes
        string[] names = [.. engine.Tables.Names];
        Array.Sort(names, StringComparer.Ordinal);
        return names;
    }

    private static TableState Begin(Table table, EngineState engine)
    {
        if (table.Schema.Stream is { } viewType)
        {
            StreamSwitch.Enable(engine, table, viewType);
        }

        return table.State;
    }

    private static TableState End(Table table, EngineState engine)
    {
        StreamSwitch.Disable(engine, table);
        return table.State;
    }
}
