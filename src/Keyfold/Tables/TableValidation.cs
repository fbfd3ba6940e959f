using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>Compares a table as it is with the one that its class declares.</summary>
internal static class TableValidation
{
    public static async ValueTask ValidateAsync(TableConnection connection, CancellationToken cancellationToken)
    {
        if (connection.Backend is not ITableAdministration administration)
        {
            throw new NotSupportedException($"The backend {connection.Backend.GetType().Name} cannot describe the table {connection.TableName}.");
        }

        TableDescription existing;
        try
        {
            existing = await administration.DescribeTableAsync(connection.TableName, cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException error) when (error.Code == StorageErrorCode.ResourceNotFoundException)
        {
            throw new InvalidOperationException(
                $"There is no table {connection.TableName}. Create it, with CreateTablesOnStart or CreateIfNotExistsAsync for one; or set TableNamePrefix or the "
                + "table's TableName to the name that it has, and look whether region and account are the right ones.",
                error);
        }

        List<string> differences = Compare(connection.Schema, existing.Schema);
        if (differences.Count > 0)
        {
            throw new InvalidOperationException(
                $"The table {connection.TableName} is not as its class declares: {string.Join("; ", differences)}. Change the table, or the attributes of its class.");
        }
    }

    private static List<string> Compare(TableSchema declared, TableSchema existing)
    {
        List<string> differences = [];
        if (declared.Key != existing.Key)
        {
            differences.Add($"its key is {Describe(existing.Key)}, and not {Describe(declared.Key)}");
        }

        foreach (SecondaryIndex index in declared.Indexes)
        {
            if (existing.FindIndex(index.Name) is not { } found)
            {
                differences.Add($"it has no index {index.Name} with the key {Describe(index.Key)}");
            }
            else
            {
                Compare(index, found, differences);
            }
        }

        return differences;
    }

    private static void Compare(SecondaryIndex declared, SecondaryIndex existing, List<string> differences)
    {
        if (declared.Kind != existing.Kind)
        {
            differences.Add($"its index {declared.Name} is {Word(existing.Kind)}, and not {Word(declared.Kind)}");
        }

        if (declared.Key != existing.Key)
        {
            differences.Add($"the key of its index {declared.Name} is {Describe(existing.Key)}, and not {Describe(declared.Key)}");
        }

        if (!Covers(existing.Projection, declared.Projection))
        {
            differences.Add($"its index {declared.Name} has {Describe(existing.Projection)}, and not {Describe(declared.Projection)}");
        }
    }

    /// <summary>Whether an index keeps all that its class expects in it; more does no harm.</summary>
    private static bool Covers(Projection existing, Projection declared) => existing.Type == ProjectionType.All
        || declared.Type == ProjectionType.KeysOnly
        || (declared.Type == ProjectionType.Include && declared.NonKeyAttributes.All(attribute => existing.NonKeyAttributes.Contains(attribute)));

    private static string Describe(KeySchema key) =>
        string.Join(", ", key.Partition.Concat(key.Sort).Select(attribute => $"{attribute.Name} ({attribute.Type})"));

    private static string Describe(Projection projection) => projection.Type switch
    {
        ProjectionType.All => "all attributes",
        ProjectionType.KeysOnly => "the keys only",
        _ => $"the keys and {string.Join(", ", projection.NonKeyAttributes)}",
    };

    private static string Word(SecondaryIndexKind kind) => kind == SecondaryIndexKind.Global ? "a global one" : "a local one";
}
