namespace Keyfold;

/// <summary>
/// Makes a property itself the partition key: its attribute is the key attribute, with no template between. For tables with one kind of entity and
/// tables that exist already.
/// </summary>
/// <remarks>
/// The property is stored as a string, a number or binary, and its attribute has the name that the table or index declares:
/// <c>[Table("orders", PartitionKey = "OrderId", SortKey = null)]</c>. In an index with several partition key attributes each has its property.
/// </remarks>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class PartitionKeyAttribute : Attribute
{
    /// <summary>The global secondary index whose key this is; null for the table's.</summary>
    public string? Index { get; set; }

    /// <summary>The name of the entity set's query method; null means <c>By</c> and the properties of the partition key.</summary>
    public string? Name { get; set; }
}
