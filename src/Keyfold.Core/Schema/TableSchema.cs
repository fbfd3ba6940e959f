namespace Keyfold.Schema;

/// <summary>Capacity units per second that a table or global secondary index is provisioned with.</summary>
/// <param name="ReadCapacityUnits">Strongly consistent reads of up to 4 KB; at least 1.</param>
/// <param name="WriteCapacityUnits">Writes of up to 1 KB; at least 1.</param>
public sealed record ProvisionedThroughput(long ReadCapacityUnits, long WriteCapacityUnits);

/// <summary>What a table is made of: its name, key and secondary indexes.</summary>
/// <param name="Name">3 to 255 characters of <c>a-z A-Z 0-9 _ - .</c></param>
/// <param name="Key">The table's primary key.</param>
/// <param name="Indexes">Up to 5 local and 20 global secondary indexes.</param>
public sealed record TableSchema(string Name, KeySchema Key, Sequence<SecondaryIndex> Indexes = default)
{
    /// <summary>The provisioned capacity, or null for an on-demand table.</summary>
    public ProvisionedThroughput? Throughput { get; init; }

    /// <summary>What the records of the table's stream show of an item, or null for a table without a stream.</summary>
    public StreamViewType? Stream { get; init; }

    /// <summary>The index of a name, or null.</summary>
    public SecondaryIndex? FindIndex(string name)
    {
        foreach (SecondaryIndex index in Indexes)
        {
            if (string.Equals(index.Name, name, StringComparison.Ordinal))
            {
                return index;
            }
        }

        return null;
    }
}
