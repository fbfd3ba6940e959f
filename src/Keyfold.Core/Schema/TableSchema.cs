namespace Keyfold.Schema;

/// <summary>What a table is made of: its name, key and secondary indexes, and its settings.</summary>
/// <param name="Name">3 to 255 characters of <c>a-z A-Z 0-9 _ - .</c></param>
/// <param name="Key">The table's primary key.</param>
/// <param name="Indexes">Up to 5 local and 20 global secondary indexes.</param>
public sealed record TableSchema(string Name, KeySchema Key, Sequence<SecondaryIndex> Indexes = default)
{
    /// <summary>The provisioned capacity, or null for an on-demand table.</summary>
    public ProvisionedThroughput? Throughput { get; init; }

    /// <summary>What the records of the table's stream show of an item, or null for a table without a stream.</summary>
    public StreamViewType? Stream { get; init; }

    /// <summary>
    /// The attribute with the second of Unix time after which an item is removed, or null for a table whose items do not expire. DynamoDB's
    /// CreateTable has no such member; a backend over it enables time to live when the table is there.
    /// </summary>
    public string? TimeToLiveAttribute { get; init; }

    /// <summary>Whether the table cannot be deleted until this is taken back.</summary>
    public bool IsDeletionProtected { get; init; }

    /// <summary>The table's price class.</summary>
    public TableClass TableClass { get; init; }

    /// <summary>A key of AWS KMS to encrypt with, or null for the service's own.</summary>
    public TableEncryption? Encryption { get; init; }

    /// <summary>The bounds of an on-demand table, or null for none.</summary>
    public OnDemandThroughput? OnDemandThroughput { get; init; }

    /// <summary>What the table was warmed up to, or null for the service's default.</summary>
    public WarmThroughput? WarmThroughput { get; init; }

    /// <summary>How the table is paid for.</summary>
    public BillingMode BillingMode => Throughput is null ? BillingMode.OnDemand : BillingMode.Provisioned;

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
