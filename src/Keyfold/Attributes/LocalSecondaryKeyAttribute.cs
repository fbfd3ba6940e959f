namespace Keyfold;

/// <summary>
/// Makes an entity's sort key in a local secondary index from a template (its grammar: <see cref="PrimaryKeyAttribute"/>) and declares the access pattern
/// that reads it. The partition key is the entity's own. An entity with null in a part is not in the index.
/// </summary>
/// <param name="index">The name of the index.</param>
/// <param name="sortTemplate">The template of the index's sort key.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, AllowMultiple = true, Inherited = false)]
public sealed class LocalSecondaryKeyAttribute(string index, string sortTemplate) : Attribute
{
    /// <summary>The name of the index.</summary>
    public string Index { get; } = index;

    /// <summary>The template of the index's sort key.</summary>
    public string SortTemplate { get; } = sortTemplate;

    /// <summary>
    /// The name of the entity set's query method. Null means <c>By</c> and the parts of the partition key, then <c>OrderedBy</c> and those of
    /// the sort key: <c>ByCustomerIdOrderedByTotal</c>.
    /// </summary>
    public string? Name { get; set; }
}
