using System.ComponentModel;
using Keyfold.Templates;

namespace Keyfold;

/// <summary>A declared way to find entities: the key of the table or of an index that leads to them. Generated, once for each.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class AccessPattern
{
    /// <summary>Makes a pattern.</summary>
    /// <param name="model">The entity that is found.</param>
    /// <param name="name">The name of the query method.</param>
    /// <param name="indexName">The index; null for the table.</param>
    /// <param name="sort">The sort key's template; null if there is none, or if it has several attributes.</param>
    public AccessPattern(EntityModel model, string name, string? indexName, KeyTemplate? sort)
    {
        Model = model;
        Name = name;
        IndexName = indexName;
        Sort = sort;
    }

    /// <summary>The name of the query method.</summary>
    public string Name { get; }

    /// <summary>The index; null for the table.</summary>
    public string? IndexName { get; }

    /// <summary>
    /// Whether the index lacks attributes of the entity, so that a query takes the keys from the index and the entities from the table.
    /// </summary>
    public bool FetchesFromTable { get; init; }

    internal EntityModel Model { get; }

    internal KeyTemplate? Sort { get; }
}
