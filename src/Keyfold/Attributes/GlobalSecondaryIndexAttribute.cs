namespace Keyfold;

/// <summary>Declares a global secondary index of a table. A table has at most 20.</summary>
/// <param name="name">The index's name: 3 to 255 of a–z, A–Z, 0–9, '_', '-' and '.'.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class GlobalSecondaryIndexAttribute(string name) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that is the index's partition key; null means the index's name followed by <c>PK</c>.</summary>
    public string? PartitionKey { get; set; }

    /// <summary>
    /// The attribute that is the index's sort key; left out it is the index's name followed by <c>SK</c>, and an explicit null makes an index without one.
    /// </summary>
    public string? SortKey { get; set; }

    /// <summary>
    /// Up to four attributes that are the index's partition key together, instead of <see cref="PartitionKey"/>. Such an index takes its keys from
    /// properties (<see cref="PartitionKeyAttribute.Index"/>), not from templates, and then has the sort keys of <see cref="SortKeys"/> alone.
    /// </summary>
    public string[]? PartitionKeys { get; set; }

    /// <summary>Up to four attributes that are the index's sort key together, instead of <see cref="SortKey"/>; see <see cref="PartitionKeys"/>.</summary>
    public string[]? SortKeys { get; set; }

    /// <summary>Which attributes the index keeps of each item.</summary>
    public IndexProjection Projection { get; set; }

    /// <summary>The attributes kept beside the keys, when <see cref="Projection"/> is <see cref="IndexProjection.Include"/>.</summary>
    public string[]? NonKeyAttributes { get; set; }
}
