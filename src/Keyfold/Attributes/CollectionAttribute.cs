namespace Keyfold;

/// <summary>
/// Declares an item collection: entities of several types that share a partition key, read with one Query. The table gets a method of this name that
/// takes the parts of the partition key.
/// </summary>
/// <remarks>
/// The partition key templates of the entity types must be the same but for the names of the properties in them. In the result an entity type whose
/// sort key template is a constant is one entity or null, and any other is a list.
/// </remarks>
/// <param name="name">The name of the method and of the class of its result.</param>
/// <param name="entities">The entity types, which belong to this table.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class CollectionAttribute(string name, params Type[] entities) : Attribute
{
    /// <summary>The name of the method and of the class of its result.</summary>
    public string Name { get; } = name;

    /// <summary>The entity types of the collection.</summary>
    public Type[] Entities { get; } = entities;

    /// <summary>The global secondary index whose partition key the entities share; null for the table itself.</summary>
    public string? Index { get; set; }
}
