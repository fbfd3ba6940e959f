using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>
/// What an expression may do with the key attributes of the table and its indexes. Checked after <see cref="ExpressionRules"/>, when the schema is known and
/// before an item is read. Of several key attributes in one expression the first of the key is reported, wherever it stands.
/// </summary>
public static class KeyAttributeRules
{
    /// <summary>Checks that no path of a condition or filter leads into a key attribute, which is a scalar.</summary>
    /// <exception cref="StorageException">One does.</exception>
    public static void Check(Condition condition, TableSchema schema)
    {
        NestedPathCheck check = new(schema);
        ExpressionPaths.Visit(condition, ref check);
        check.ThrowIfNested();
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

        check.ThrowIfNested();
    }

    /// <summary>Checks that an update changes no attribute of the table's key, not even to the same value, and leads into no key attribute.</summary>
    /// <exception cref="StorageException">One does.</exception>
    public static void Check(UpdateExpression update, TableSchema schema)
    {
        FirstKeyAttribute updated = new(schema.Key);
        foreach (UpdateAction action in update.Actions)
        {
            updated.Visit(action.Path);
        }

        if (updated.Name is { } name)
        {
            throw StorageErrors.KeyUpdated(name);
        }

        NestedPathCheck check = new(schema);
        ExpressionPaths.Visit(update, ref check);
        check.ThrowIfNested();
    }

    /// <summary>Checks that the filter of a Query names no key attribute of what is queried.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="key">The key of the queried table or index.</param>
    /// <exception cref="StorageException">It names one.</exception>
    public static void CheckFilter(Condition filter, KeySchema key)
    {
        FirstKeyAttribute named = new(key);
        ExpressionPaths.Visit(filter, ref named);
        if (named.Name is { } name)
        {
            throw StorageErrors.FilterOnKey(name);
        }
    }

    // the table's key comes before those of the indexes, and local indexes come before global ones
    private ref struct NestedPathCheck(TableSchema schema) : IPathVisitor
    {
        private const int IndexKeys = 1000;

        private int _first = int.MaxValue;
        private string? _name;

        public void Visit(DocumentPath path)
        {
            if (!path.IsTopLevel && PositionOf(path.AttributeName) is var position && position < _first)
            {
                _first = position;
                _name = path.AttributeName;
            }
        }

        public readonly void ThrowIfNested()
        {
            if (_name is not null)
            {
                throw _first < IndexKeys ? StorageErrors.KeyPathNested(_name) : StorageErrors.IndexKeyPathNested(_name);
            }
        }

        private readonly int PositionOf(string name)
        {
            int position = schema.Key.PositionOf(name);
            if (position >= 0)
            {
                return position;
            }

            int best = int.MaxValue;
            for (int at = 0; at < schema.Indexes.Count; at++)
            {
                SecondaryIndex index = schema.Indexes[at];
                position = index.Key.PositionOf(name);
                if (position >= 0)
                {
                    int rank = at + (index.Kind == SecondaryIndexKind.Local ? 1 : 1 + schema.Indexes.Count);
                    best = Math.Min(best, (rank * IndexKeys) + position);
                }
            }

            return best;
        }
    }

    private ref struct FirstKeyAttribute(KeySchema key) : IPathVisitor
    {
        private int _first = int.MaxValue;

        public string? Name { get; private set; }

        public void Visit(DocumentPath path)
        {
            int position = key.PositionOf(path.AttributeName);
            if (position >= 0 && position < _first)
            {
                _first = position;
                Name = path.AttributeName;
            }
        }
    }
}
