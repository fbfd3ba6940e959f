namespace Keyfold;

/// <summary>Makes a property itself the sort key, as <see cref="PartitionKeyAttribute"/> does for the partition key.</summary>
[AttributeUsage(AttributeTargets.Property, AllowMultiple = true)]
public sealed class SortKeyAttribute : Attribute
{
    /// <summary>The global or local secondary index whose key this is; null for the table's.</summary>
    public string? Index { get; set; }

    /// <summary>The name of the query method of a local secondary index, which has no partition key of its own to name it at.</summary>
    public string? Name { get; set; }
}
