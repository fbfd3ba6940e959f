using System.Globalization;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Oracle;

/// <content>Tables.</content>
public sealed partial class OracleBackend
{
    public ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default) => Run(() =>
    {
        TableRules.Check(schema);
        OracleTable table = new(schema, _clock.GetUtcNow());
        table.LatestStreamLabel = schema.Stream is null ? null : LabelAt(table.CreatedAt);
        return _tables.TryAdd(schema.Name, table) ? Describe(table) : throw StorageErrors.TableExists(schema.Name);
    });

    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) => Run(() =>
        Describe(TableToChange(tableName)));

    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) => Run(() =>
    {
        OracleTable table = TableToChange(tableName);
        if (table.Schema.IsDeletionProtected)
        {
            throw StorageErrors.DeletionProtected();
        }

        _tables.Remove(tableName);
        return Describe(table) with { Status = TableStatus.Deleting };
    });

    public ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default) =>
        Run<IReadOnlyList<string>>(() => [.. _tables.Keys]);

    public ValueTask<TableDescription> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) => Run(() =>
    {
        TableUpdates.CheckRequest(request);
        OracleTable table = TableToChange(request.TableName);
        table.Schema = TableUpdates.Apply(table.Schema, request);
        if (request.Stream?.ViewType is not null)
        {
            table.LatestStreamLabel = LabelAt(_clock.GetUtcNow());
        }

        return Describe(table);
    });

    public ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken = default) => Run(() =>
        DescribeTimeToLive(TableToChange(tableName)));

    public ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken = default) => Run(() =>
    {
        OracleTable table = TableToChange(tableName);
        table.Schema = table.Schema with
        {
            TimeToLiveAttribute = (table.Schema.TimeToLiveAttribute, enabled) switch
            {
                (null, true) => attributeName,
                (null, false) => throw StorageErrors.TimeToLiveDisabled(),
                ({ } current, _) when current != attributeName => throw StorageErrors.TimeToLiveAttributeDiffers(current),
                (_, true) => throw StorageErrors.TimeToLiveEnabled(),
                (_, false) => null,
            },
        };
        return DescribeTimeToLive(table);
    });

    private static TimeToLiveDescription DescribeTimeToLive(OracleTable table) => table.Schema.TimeToLiveAttribute is { } attribute
        ? new TimeToLiveDescription(TimeToLiveStatus.Enabled, attribute)
        : new TimeToLiveDescription(TimeToLiveStatus.Disabled, null);

    private static string LabelAt(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff", CultureInfo.InvariantCulture);

    private OracleTable TableToChange(string name) => _tables.GetValueOrDefault(name) ?? throw StorageErrors.TableNotFound(name);

    private static TableDescription Describe(OracleTable table) => new(
        table.Schema,
        TableStatus.Active,
        table.CreatedAt,
        table.Items.Count,
        table.Items.Values.Sum(item => (long)Sizes.Of(item)),
        Sequence.From(table.Schema.Indexes.Select(index => Describe(table, index))))
    {
        Arn = $"arn:aws:dynamodb:us-east-1:000000000000:table/{table.Schema.Name}",
        LatestStreamLabel = table.LatestStreamLabel,
    };

    private static IndexDescription Describe(OracleTable table, SecondaryIndex index)
    {
        List<Item> entries = [.. table.Items.Values.Select(item => table.EntryOf(item, index)).OfType<Item>()];
        return new IndexDescription(index.Name, entries.Count, entries.Sum(entry => (long)Sizes.Of(entry)));
    }
}
