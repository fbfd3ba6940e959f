using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.Operations;

/// <summary>What the service's model says of RequestItems, the map from tables to what is wanted of them.</summary>
internal static class BatchRules
{
    private const string Path = "requestItems";

    /// <summary>Checks that there is a table, and the tables' names.</summary>
    public static void ConstrainTables(IEnumerable<string>? tableNames, Constraints constraints)
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
