using Keyfold.Tests.Model;

namespace Keyfold.Tests.Backends;

/// <summary>Tables on a backend that speaks JSON and answers later.</summary>
internal static class JsonTables
{
    public static RetailTable Retail() => Created(new RetailTable(new JsonBackend()));

    public static EverythingTable Everything() => Created(new EverythingTable(new JsonBackend()));

    private static TTable Created<TTable>(TTable table)
        where TTable : Table<TTable>, ITable<TTable>
    {
        table.CreateIfNotExistsAsync().AsTask().GetAwaiter().GetResult();
        return table;
    }
}
