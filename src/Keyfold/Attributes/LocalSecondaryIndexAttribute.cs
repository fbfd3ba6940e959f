namespace Keyfold;

/// <summary>
/// Declares a local secondary index of a table: the table's partition key with another sort key. A table has at most five, and each item
/// collection of such a table holds at most 10 GB on DynamoDB.
/// </summary>
/// <param name="name">The index's name: 3 to 255 of a–z, A–Z, 0–9, '_', '-' and '.'.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class LocalSecondaryIndexAttribute(string name) : Attribute
{
    /// <summary>The index's name.</summary>
    public string Name { get; } = name;

    /// <summary>The attribute that is the index's sort key; null means the index's name followed by <c>SK</c>.</summary>
    public string? SortKey { get; set; }

    /// <summary>Which attributes the index keeps of each item.</summary>
    public IndexProjection Projection { get; set; }

    /// <summary>The attributes kept beside the keys, when <see cref="Projection"/> is <see cref="IndexProjection.Include"/>.</summary>
    public string[]? NonKeyAttributes { get; set; }
}
