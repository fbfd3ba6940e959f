using Keyfold.Expressions;
using Keyfold.Protocol.PartiQL.Syntax;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Validation;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>The table or index that a statement is about.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Index">The index's name, or null.</param>
internal readonly record struct Source(string Table, string? Index)
{
    /// <summary>Reads the name.</summary>
    /// <exception cref="Storage.StorageException">It is none.</exception>
    public static Source Of(SourceSyntax syntax)
    {
        ReadOnlySpan<PathElement> name = syntax.Name is PathNode path ? path.Path.Elements.AsSpan() : throw StatementErrors.UnexpectedSource();
        foreach (ref readonly PathElement element in name)
        {
            if (!element.IsMember)
            {
                throw StatementErrors.SourceElement();
            }
        }

        if (name.Length > 2)
        {
            throw StatementErrors.SourceTooLong();
        }

        return new Source(TableNames.Resolve(name[0].Name!), name.Length == 2 ? name[1].Name : null);
    }

    /// <summary>Checks the table's name, after all else in the statement.</summary>
    /// <exception cref="Storage.StorageException">No table has such a name.</exception>
    public void CheckTable()
    {
        if (!Constraints.IsName(Table) || Table.Length is < Limits.TableNameCharactersMin or > Limits.TableNameCharactersMax)
        {
            throw StatementErrors.TableName();
        }
    }
}
