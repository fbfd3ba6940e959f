using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>
/// What an expression may do with the key attributes of the table and its indexes. Checked after <see cref="ExpressionRules"/>, when the schema is known and
/// before an item is read.
/// </summary>
public static class KeyAttributeRules
{
    /// <summary>Checks that no path of a condition or filter leads into a key attribute, which is a scalar.</summary>
    /// <exception cref="StorageException">One does.</exception>
    public static void Check(Condition condition, TableSchema schema)
    {
        NestedPathCheck check = new(schema);
        ExpressionPaths.Visit(condition, ref check);
    }

    /// <summary>Checks that no path of a projection leads into a key attribute, which is a scalar.</summary>
    /// <exception cref="StorageException">One does.</exception>
    public static void Check(ProjectionExpression projection, TableSchema schema)
    {
        NestedPathCheck check = new(schema);
        foreach (DocumentPath path in projection.Paths)
        {
            check.Visit(path);
        }
    }

    /// <summary>Checks that an update changes no attribute of the table's key, not even to the same value, and leads into no key attribute.</summary>
    /// <exception cref="StorageException">One does.</exception>
    public static void Check(UpdateExpression update, TableSchema schema)
    {
        foreach (UpdateAction action in update.Actions)
        {
            if (schema.Key.Contains(action.Path.AttributeName))
            {
                throw StorageErrors.KeyUpdated(action.Path.AttributeName);
            }
        }

        NestedPathCheck check = new(schema);
        ExpressionPaths.Visit(update, ref check);
    }

    /// <summary>Checks that the filter of a Query names no key attribute of what is queried.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="key">The key of the queried table or index.</param>
    /// <exception cref="StorageException">It names one.</exception>
    public static void CheckFilter(Condition filter, KeySchema key)
    {
        FilterCheck check = new(key);
        ExpressionPaths.Visit(filter, ref check);
    }

    private readonly ref struct NestedPathCheck(TableSchema schema) : IPathVisitor
    {
        public void Visit(DocumentPath path)
        {
            if (path.IsTopLevel)
            {
                return;
            }

            if (schema.Key.Contains(path.AttributeName))
            {
                throw StorageErrors.KeyPathNested(path.AttributeName);
            }

            foreach (SecondaryIndex index in schema.Indexes)
            {
                if (index.Key.Contains(path.AttributeName))
                {
                    throw StorageErrors.IndexKeyPathNested(path.AttributeName);
                }
            }
        }
    }

    private readonly ref struct FilterCheck(KeySchema key) : IPathVisitor
    {
        public void Visit(DocumentPath path)
        {
            if (key.Contains(path.AttributeName))
            {
                throw StorageErrors.FilterOnKey(path.AttributeName);
            }
        }
    }
}
