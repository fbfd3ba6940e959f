namespace Keyfold;

/// <summary>
/// Makes an entity's key in a global secondary index from templates (their grammar: <see cref="PrimaryKeyAttribute"/>) and declares the access pattern
/// that reads it. An entity with null in a part is not in the index.
/// </summary>
/// <param name="index">The name of the index.</param>
/// <param name="partitionTemplate">The template of the index's partition key.</param>
/// <param name="sortTemplate">The template of the index's sort key; left out where the index has none.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class SecondaryKeyAttribute(string index, string partitionTemplate, string? sortTemplate = null) : Attribute
{
    /// <summary>The name of the index.</summary>
    public string Index { get; } = index;

    /// <summary>The template of the index's partition key.</summary>
    public string PartitionTemplate { get; } = partitionTemplate;

    /// <summary>The template of the index's sort key; null where the index has none.</summary>
    public string? SortTemplate { get; } = sortTemplate;

    /// <summary>
    /// The name of the entity set's query method. Null means <c>By</c> and the parts of the partition key (<c>ByCountry</c>), or, where it has none,
    /// <c>OrderedBy</c> and the parts of the sort key.
    /// </summary>
    public string? Name { get; set; }
}
