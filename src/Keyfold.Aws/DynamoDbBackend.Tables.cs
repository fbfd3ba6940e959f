using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Aws;

/// <content>Tables, by the AWS SDK.</content>
public sealed partial class DynamoDbBackend
{
    /// <inheritdoc/>
    public async ValueTask<TableDescription> CreateTableAsync(TableSchema schema, CancellationToken cancellationToken = default)
    {
        TableDescription description = await _administration.CreateAsync(schema, cancellationToken).ConfigureAwait(false);
        DeclareTable(schema);
        return description;
    }

    /// <inheritdoc/>
    public ValueTask<TableDescription> DescribeTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _administration.DescribeAsync(tableName, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default) =>
        _administration.UpdateAsync(request, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TimeToLiveDescription> DescribeTimeToLiveAsync(string tableName, CancellationToken cancellationToken = default) =>
        _administration.DescribeTimeToLiveAsync(tableName, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TimeToLiveDescription> UpdateTimeToLiveAsync(
        string tableName, string attributeName, bool enabled, CancellationToken cancellationToken = default) =>
        _administration.UpdateTimeToLiveAsync(tableName, attributeName, enabled, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<TableDescription> DeleteTableAsync(string tableName, CancellationToken cancellationToken = default) =>
        _administration.DeleteAsync(tableName, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListTablesAsync(CancellationToken cancellationToken = default) => _administration.ListAsync(cancellationToken);
}
