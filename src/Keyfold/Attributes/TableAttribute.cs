namespace Keyfold;

/// <summary>
/// Makes a partial class the typed face of one DynamoDB table: it gets a property for each entity set, a method for each
/// <see cref="CollectionAttribute"/>, transactions and batches.
/// </summary>
/// <remarks>
/// The type of each key attribute is not declared: it is string where keys come from templates (<see cref="PrimaryKeyAttribute"/>), and the
/// type of the property where a property is itself the key (<see cref="PartitionKeyAttribute"/>).
/// </remarks>
/// <param name="name">The table's name: 3 to 255 of a–z, A–Z, 0–9, '_', '-' and '.'.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TableAttribute(string name) : Attribute
{
    /// <summary>The table's name, which options may replace at run time (a prefix for each environment, for example).</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that is the table's partition key.</summary>
    public string PartitionKey { get; set; } = "PK";

    /// <summary>The attribute that is the table's sort key; null for a table with a partition key alone.</summary>
    public string? SortKey { get; set; } = "SK";

    /// <summary>
    /// The attribute that keeps the entity's name in each item. Null, the default, means <c>_type</c> for entities whose primary key is a template
    /// and none for entities whose primary key is a property, since those usually share a table with programs that do not know Keyfold.
    /// </summary>
    public string? TypeAttribute { get; set; }
}
