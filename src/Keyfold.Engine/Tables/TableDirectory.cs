using System.Collections.Frozen;
using Keyfold.Storage;

namespace Keyfold.Engine.Tables;

/// <summary>The tables by name. Readers take the dictionary as it is; whoever adds or removes a table makes another one.</summary>
internal sealed class TableDirectory
{
    private readonly Lock _changes = new();
    private FrozenDictionary<string, Table> _tables = FrozenDictionary<string, Table>.Empty;

    public IReadOnlyList<Table> All => Volatile.Read(ref _tables).Values;

    public IEnumerable<string> Names => Volatile.Read(ref _tables).Keys;

    /// <summary>The table that a request on items names.</summary>
    public Table Find(string name) =>
        Volatile.Read(ref _tables).TryGetValue(name, out Table? table) ? table : throw StorageErrors.TableNotFound();

    /// <summary>The table of a name; null if there is none.</summary>
    public Table? TryFind(string name) => Volatile.Read(ref _tables).GetValueOrDefault(name);

    /// <summary>The table that a control operation names.</summary>
    public Table FindForControl(string name) =>
        Volatile.Read(ref _tables).TryGetValue(name, out Table? table) ? table : throw StorageErrors.TableNotFound(name);

    public void Add(Table table)
    {
        lock (_changes)
        {
            if (_tables.ContainsKey(table.Name))
            {
                throw StorageErrors.TableExists(table.Name);
            }

            Replace([.. _tables, KeyValuePair.Create(table.Name, table)]);
        }
    }

    /// <summary>Removes a table, unless it is protected or being changed.</summary>
    public Table Remove(string name)
    {
        lock (_changes)
        {
            Table table = FindForControl(name);
            if (table.State.IsUpdating)
            {
                throw StorageErrors.TableIsUpdated(name);
            }

            if (table.Schema.IsDeletionProtected)
            {
                throw StorageErrors.DeletionProtected();
            }

            Replace(_tables.Where(pair => !ReferenceEquals(pair.Value, table)));
            return table;
        }
    }

    private void Replace(IEnumerable<KeyValuePair<string, Table>> tables) =>
        Volatile.Write(ref _tables, tables.ToFrozenDictionary(StringComparer.Ordinal));
}
