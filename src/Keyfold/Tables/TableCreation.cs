using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Creates tables, and sees that one that is there already is the one that was declared.</summary>
internal static class TableCreation
{
    public static async ValueTask<bool> CreateIfNotExistsAsync(TableConnection connection, CancellationToken cancellationToken)
    {
        if (connection.Backend is not ITableAdministration administration)
        {
            throw new NotSupportedException($"The backend {connection.Backend.GetType().Name} cannot create the table {connection.TableName}.");
        }

        try
        {
            await administration.CreateTableAsync(connection.Schema, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (StorageException error) when (error.Code == StorageErrorCode.ResourceInUseException)
        {
            TableDescription existing = await administration.DescribeTableAsync(connection.TableName, cancellationToken).ConfigureAwait(false);
            RequireSame(connection.Schema, existing.Schema);
            return false;
        }
    }

    private static void RequireSame(TableSchema declared, TableSchema existing)
    {
        if (declared.Key != existing.Key)
        {
            throw new InvalidOperationException($"The table {declared.Name} is there with another key: {existing.Key}, and not {declared.Key}.");
        }

        foreach (SecondaryIndex index in declared.Indexes)
        {
            SecondaryIndex? found = existing.FindIndex(index.Name);
            if (found is null || found.Key != index.Key || found.Kind != index.Kind)
            {
                throw new InvalidOperationException(
                    $"The table {declared.Name} is there, but {(found is null ? "lacks" : "has another key in")} its index {index.Name}.");
            }
        }
    }
}
