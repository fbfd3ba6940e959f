using System.ComponentModel;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold;

/// <summary>A table on a backend: what every operation of its entity sets needs. Immutable, shared, safe for concurrent use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TableConnection
{
    private readonly byte[][] _entityNames;

    /// <summary>Connects a table.</summary>
    /// <param name="backend">Where its items are.</param>
    /// <param name="schema">Its schema as declared.</param>
    /// <param name="entities">The entities that it holds.</param>
    /// <param name="options">What differs from the declaration; null for nothing.</param>
    public TableConnection(IStorageBackend backend, TableSchema schema, ReadOnlySpan<EntityModel> entities, TableOptions? options = null)
    {
        Backend = backend;
        Options = TableOptions.Validate(options ?? new TableOptions());
        Schema = Options.TableName is { } name ? schema with { Name = name } : schema;
        Entities = entities.ToArray();
        _entityNames = [.. Entities.Select(entity => Encoding.UTF8.GetBytes(entity.Name))];
        string partitionKey = schema.Key.Partition[0].Name;
        ItemExists = new AttributeExists(partitionKey);
        ItemNotExists = new AttributeNotExists(partitionKey);
        backend.DeclareTable(Schema);
    }

    internal IStorageBackend Backend { get; }

    internal TableOptions Options { get; }

    internal TableSchema Schema { get; }

    internal string TableName => Schema.Name;

    internal IReadOnlyList<EntityModel> Entities { get; }

    internal Condition ItemExists { get; }

    internal Condition ItemNotExists { get; }

    /// <summary>The same table on another backend.</summary>
    internal TableConnection With(IStorageBackend backend) => new(backend, Schema, [.. Entities], Options);

    /// <summary>Whether an entity of the table has this name.</summary>
    internal bool Knows(ReadOnlySpan<byte> utf8EntityName)
    {
        foreach (byte[] name in _entityNames)
        {
            if (utf8EntityName.SequenceEqual(name))
            {
                return true;
            }
        }

        return false;
    }
}
