namespace Keyfold.Storage;

/// <content>Capacity.</content>
public static partial class StorageErrors
{
    /// <summary>A table's provisioned capacity is used up.</summary>
    public static StorageException ThroughputExceeded() =>
        new(StorageErrorCode.ProvisionedThroughputExceededException,
            "The level of configured provisioned throughput for the table was exceeded. Consider increasing your provisioning level with the UpdateTable API.");

    /// <summary>The provisioned capacity of a global secondary index is used up.</summary>
    public static StorageException IndexThroughputExceeded() =>
        new(StorageErrorCode.ProvisionedThroughputExceededException,
            "The level of configured provisioned throughput for one or more global secondary indexes of the table was exceeded. Consider increasing your provisioning level for the under-provisioned global secondary indexes with the UpdateTable API");
}
