using System.Collections.Concurrent;
using System.Text;
using Keyfold.Aws.Transport;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;

namespace Keyfold.Aws.Requests;

/// <summary>A table whose schema was declared, with the parts of requests that are the same in all of them.</summary>
internal sealed class DeclaredTable
{
    private readonly byte[] _tableMember;
    private readonly byte[] _partitionStart;
    private readonly byte[] _sortStart;

    public DeclaredTable(TableSchema schema)
    {
        Schema = schema;
        Utf8Name = Encoding.UTF8.GetBytes(schema.Name);
        _tableMember = [.. "{\"TableName\":\""u8, .. Escape(schema.Name), (byte)'"'];
        _partitionStart = MemberStart("{", schema.Key.Partition[0].Name);

        // a sort key for a table that has none is the service's to refuse
        _sortStart = MemberStart(",", schema.Key.HasSort ? schema.Key.Sort[0].Name : "Unknown");
    }

    public TableSchema Schema { get; }

    public byte[] Utf8Name { get; }

    /// <summary>Writes a key: <c>{"PK":{"S":"1"}}</c>.</summary>
    public void WriteKey(RequestBuffer request, ItemKey key)
    {
        request.Raw(_partitionStart);
        WritePart(request, key.PartitionType, key.PartitionBytes);
        if (key.HasSort)
        {
            request.Raw(_sortStart);
            WritePart(request, key.SortType, key.SortBytes);
        }

        request.Raw("}"u8);
    }

    /// <summary>Starts a request on the table: <c>{"TableName":"retail"</c>.</summary>
    public void WriteStart(RequestBuffer request) => request.Raw(_tableMember);

    private static void WritePart(RequestBuffer request, KeyPartType type, ReadOnlySpan<byte> bytes)
    {
        switch (type)
        {
            case KeyPartType.String:
                request.Raw("S\":\""u8);
                request.Escaped(bytes);
                break;
            case KeyPartType.Number:
                KeyNumber.TryDecode(bytes, out Number number, out _);
                request.Raw("N\":\""u8);
                request.Number(in number);
                break;
            default:
                request.Raw("B\":\""u8);
                request.Base64(bytes);
                break;
        }

        request.Raw("\"}"u8);
    }

    private static byte[] MemberStart(string separator, string name) => [.. Encoding.ASCII.GetBytes(separator), (byte)'"', .. Escape(name), .. "\":{\""u8];

    private static byte[] Escape(string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        byte[] escaped = new byte[utf8.Length * JsonEscaping.ExpansionMax];
        return escaped[..JsonEscaping.Escape(utf8, escaped)];
    }
}

/// <summary>The tables whose key attributes are known. Safe for concurrent use.</summary>
internal sealed class DeclaredTables
{
    private readonly ConcurrentDictionary<string, DeclaredTable> _tables = new(StringComparer.Ordinal);

    public void Declare(TableSchema schema)
    {
        if (!_tables.TryGetValue(schema.Name, out DeclaredTable? known) || known.Schema != schema)
        {
            _tables[schema.Name] = new DeclaredTable(schema);
        }
    }

    /// <summary>A table by its name.</summary>
    /// <exception cref="InvalidOperationException">Its schema was not declared.</exception>
    public DeclaredTable this[string tableName] => _tables.TryGetValue(tableName, out DeclaredTable? table)
        ? table
        : throw new InvalidOperationException(
            $"The key attributes of the table {tableName} are not known: open it as a table object, or tell its schema to the backend's {nameof(Keyfold.Storage.IStorageBackend.DeclareTable)} first.");

    /// <summary>Writes a table's name as a JSON string, declared or not.</summary>
    public void WriteName(RequestBuffer request, string tableName)
    {
        if (_tables.TryGetValue(tableName, out DeclaredTable? table))
        {
            request.Text(table.Utf8Name);
        }
        else
        {
            request.Text(tableName);
        }
    }

    /// <summary>Starts a request that names no key, and so takes tables that are not declared, too.</summary>
    public void WriteStart(RequestBuffer request, string tableName)
    {
        if (_tables.TryGetValue(tableName, out DeclaredTable? table))
        {
            table.WriteStart(request);
        }
        else
        {
            request.Raw("{\"TableName\":"u8);
            request.Text(tableName);
        }
    }
}
