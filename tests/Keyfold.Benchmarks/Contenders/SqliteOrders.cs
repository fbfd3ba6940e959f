using System.Globalization;
using System.Text.Json;
using Keyfold.Benchmarks.Model;
using Microsoft.Data.Sqlite;

namespace Keyfold.Benchmarks.Contenders;

/// <summary>
/// The same orders in an in-memory SQLite database: one WITHOUT ROWID table of key and blob, prepared statements, the blob by
/// source-generated System.Text.Json.
/// </summary>
internal sealed class SqliteOrders : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _get;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _replace;
    private readonly SqliteCommand _range;

    public SqliteOrders()
    {
        _connection = new SqliteConnection("Data Source=:memory:");
        _connection.Open();
        using (SqliteCommand create = _connection.CreateCommand())
        {
            create.CommandText = "CREATE TABLE orders (pk TEXT NOT NULL, sk TEXT NOT NULL, body BLOB NOT NULL, PRIMARY KEY (pk, sk)) WITHOUT ROWID";
            create.ExecuteNonQuery();
        }

        _get = Prepare("SELECT body FROM orders WHERE pk = $pk AND sk = $sk", "$pk", "$sk");
        _put = Prepare(
            "INSERT INTO orders (pk, sk, body) VALUES ($pk, $sk, $body) ON CONFLICT (pk, sk) DO UPDATE SET body = excluded.body", "$pk", "$sk", "$body");
        _replace = Prepare("INSERT OR REPLACE INTO orders (pk, sk, body) VALUES ($pk, $sk, $body)", "$pk", "$sk", "$body");
        _range = Prepare("SELECT body FROM orders WHERE pk = $pk AND sk >= $sk ORDER BY sk LIMIT $limit", "$pk", "$sk", "$limit");

        using SqliteTransaction load = _connection.BeginTransaction();
        foreach (Order order in Orders.All())
        {
            Put(order, load);
        }

        load.Commit();
    }

    public Order? Get(string customerId, long number)
    {
        _get.Parameters[0].Value = PartitionKey(customerId);
        _get.Parameters[1].Value = SortKey(number);
        using SqliteDataReader reader = _get.ExecuteReader();
        return reader.Read() ? Decode(reader) : null;
    }

    /// <summary>Writes an order over the one that is there, in its row: SQLite's fastest way, which the other operations use too.</summary>
    public void Put(Order order, SqliteTransaction? transaction = null) => Write(_put, order, transaction);

    /// <summary>Puts an order in the place of the one that is there: what <c>INSERT OR REPLACE</c> does, and what a put of a whole item means.</summary>
    public void Replace(Order order) => Write(_replace, order, transaction: null);

    public List<Order> Query(string customerId, long from, int limit)
    {
        _range.Parameters[0].Value = PartitionKey(customerId);
        _range.Parameters[1].Value = SortKey(from);
        _range.Parameters[2].Value = limit;
        List<Order> orders = new(limit);
        using SqliteDataReader reader = _range.ExecuteReader();
        while (reader.Read())
        {
            orders.Add(Decode(reader));
        }

        return orders;
    }

    /// <summary>Reads, changes and writes back in one transaction, as a document in a blob has to be.</summary>
    public void Update(string customerId, long number, Func<Order, Order> change)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        _get.Transaction = transaction;
        Order order = Get(customerId, number)!;
        _get.Transaction = null;
        Put(change(order), transaction);
        transaction.Commit();
    }

    public void PutAll(ReadOnlySpan<Order> orders)
    {
        using SqliteTransaction transaction = _connection.BeginTransaction();
        foreach (Order order in orders)
        {
            Put(order, transaction);
        }

        transaction.Commit();
    }

    public void Dispose()
    {
        _get.Dispose();
        _put.Dispose();
        _replace.Dispose();
        _range.Dispose();
        _connection.Dispose();
    }

    private static string PartitionKey(string customerId) => "CUSTOMER#" + customerId;

    private static string SortKey(long number) => string.Create(CultureInfo.InvariantCulture, $"ORDER#{number:D10}");

    private static void Write(SqliteCommand command, Order order, SqliteTransaction? transaction)
    {
        command.Transaction = transaction;
        command.Parameters[0].Value = PartitionKey(order.CustomerId);
        command.Parameters[1].Value = SortKey(order.Number);
        command.Parameters[2].Value = JsonSerializer.SerializeToUtf8Bytes(order, OrderJson.Default.Order);
        command.ExecuteNonQuery();
        command.Transaction = null;
    }

    private static Order Decode(SqliteDataReader reader) =>
        JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(0), OrderJson.Default.Order)!;

    private SqliteCommand Prepare(string sql, params string[] parameters)
    {
        SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (string name in parameters)
        {
            SqliteParameter parameter = command.CreateParameter();
            parameter.ParameterName = name;
            command.Parameters.Add(parameter);
        }

        command.Parameters[0].Value = string.Empty;
        command.Prepare();
        return command;
    }
}
