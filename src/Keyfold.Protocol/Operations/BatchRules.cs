using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;
using Keyfold.Storage;

namespace Keyfold.Protocol.Operations;

/// <summary>What holds for RequestItems, the map from tables to what is wanted of them.</summary>
internal static class BatchRules
{
    private const string Path = "requestItems";

    /// <summary>Checks what the service's model says, then each table, then how much is wanted of all.</summary>
    /// <exception cref="StorageException">The first thing that is wrong.</exception>
    public static void Check(IReadOnlyList<IBatchTableMembers>? tables, in ReturnOptions options, int countMax, string operation)
    {
        Constraints constraints = new();
        options.Constrain(constraints);
        ConstrainNames(tables?.Select(table => table.NameOrArn), constraints);
        foreach (IBatchTableMembers table in tables ?? [])
        {
            table.Constrain(constraints);
        }

        constraints.ThrowIfBroken();
        foreach (IBatchTableMembers table in tables!)
        {
            table.Validate();
        }

        if (tables.Sum(table => table.Count) > countMax)
        {
            throw StorageErrors.BatchTooLarge(operation);
        }
    }

    private static void ConstrainNames(IEnumerable<string>? tableNames, Constraints constraints)
    {
        string[]? names = tableNames?.ToArray();
        constraints.Required(names is not null, Path);
        if (names is [])
        {
            constraints.Break("{}", Path, "Member must have length greater than or equal to 1");
        }

        foreach (string name in names ?? [])
        {
            bool isLegal = name.StartsWith("arn:", StringComparison.Ordinal)
                || (Constraints.IsName(name) && name.Length is >= Limits.TableNameCharactersMin and <= Limits.TableNameCharactersMax);
            if (!isLegal)
            {
                constraints.Break(
                    $"{{{name}}}",
                    Path,
                    "Map keys must satisfy constraint: [Member must have length less than or equal to 255, "
                    + "Member must have length greater than or equal to 3, "
                    + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+]");
            }
        }
    }
}
