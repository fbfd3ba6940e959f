using Keyfold.Protocol.Requests;
using Keyfold.Storage;

namespace Keyfold.Protocol.Tables;

/// <summary>The members of operations on one table that take nothing but its name.</summary>
internal static class TableMembers
{
    /// <summary>Reads the name.</summary>
    public static string? Read(ref RequestReader reader)
    {
        string? tableName = null;
        while (reader.NextMember())
        {
            if (reader.Is("TableName"u8))
            {
                tableName = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return tableName;
    }

    /// <summary>Checks the name of a table, as the operations on tables do: before all else, and one breach at a time.</summary>
    public static string Validate(string? tableName)
    {
        if (tableName is null)
        {
            throw StorageErrors.Validation("The parameter 'TableName' is required but was not present in the request");
        }

        if (tableName.StartsWith("arn:", StringComparison.Ordinal))
        {
            return TableNames.Resolve(tableName);
        }

        if (tableName.Length is < Limits.TableNameCharactersMin or > Limits.TableNameCharactersMax)
        {
            throw StorageErrors.TableNameLength();
        }

        Validation.Constraints constraints = new();
        constraints.Name(tableName, "tableName");
        constraints.ThrowIfBroken();
        return tableName;
    }
}
