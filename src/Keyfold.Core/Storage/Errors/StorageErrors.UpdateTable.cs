using System.Globalization;
using Keyfold.Items;
using Keyfold.Schema;

namespace Keyfold.Storage;

/// <content>What UpdateTable refuses.</content>
public static partial class StorageErrors
{
    private const string MomentFormat = "dddd, MMMM d, yyyy h:mm:ss tt 'UTC'";

    /// <summary>UpdateTable without a change.</summary>
    public static StorageException NothingToUpdate() => Validation(
        "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled, GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");

    /// <summary>Changes that need calls of their own.</summary>
    /// <param name="change">What must be alone, in DynamoDB's words.</param>
    public static StorageException UpdateNotAlone(string change) => InvalidParameter($"{change} must be the only operation in the request");

    /// <summary>A stream and something else that cannot be changed in one call.</summary>
    public static StorageException StreamUpdateWithThroughput() => InvalidParameter("You cannot modify stream status while updating table IOPS");

    /// <summary>An index is made or deleted in one call with a change of capacity or stream.</summary>
    /// <param name="change">What else is changed, in DynamoDB's words.</param>
    public static StorageException IndexUpdateWith(string change) => InvalidParameter($"You cannot create or delete index while {change}");

    /// <summary>The table is being changed by another call.</summary>
    public static StorageException TableIsUpdated(string tableName) => new(
        StorageErrorCode.ResourceInUseException, $"Attempt to change a resource which is still in use: Table is being updated: {tableName}");

    /// <summary>Capacity for an on-demand table.</summary>
    public static StorageException ThroughputNotAllowed() =>
        InvalidParameter("Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is PAY_PER_REQUEST");

    /// <summary>A table becomes a provisioned one without capacity.</summary>
    public static StorageException ThroughputMissing() => InvalidParameter("ProvisionedThroughput must be specified when BillingMode is PROVISIONED");

    /// <summary>A provisioned capacity beyond <see cref="Limits.ProvisionedUnitsMax"/>.</summary>
    /// <param name="units">The units.</param>
    /// <param name="member">ReadCapacityUnits or WriteCapacityUnits.</param>
    public static StorageException ThroughputOutOfBounds(long units, string member) =>
        Validation(string.Create(CultureInfo.InvariantCulture, $"Given value {units} for {member} is out of bounds"));

    /// <summary>The capacity of a table or index as it is already.</summary>
    /// <param name="current">The capacity.</param>
    /// <param name="indexName">The index, or null for the table itself.</param>
    public static StorageException ThroughputUnchanged(ProvisionedThroughput current, string? indexName = null)
    {
        string of = indexName is null ? "table" : $"index {indexName}";
        return Validation(string.Create(
            CultureInfo.InvariantCulture,
            $"The provisioned throughput for the {of} will not change. The requested value equals the current value. "
            + $"Current ReadCapacityUnits provisioned for the {of}: {current.ReadCapacityUnits}. Requested ReadCapacityUnits: {current.ReadCapacityUnits}. "
            + $"Current WriteCapacityUnits provisioned for the {of}: {current.WriteCapacityUnits}. Requested WriteCapacityUnits: {current.WriteCapacityUnits}. "
            + $"Refer to the Amazon DynamoDB Developer Guide for current limits and how to request higher limits."));
    }

    /// <summary>Capacity lowered once more after <see cref="Limits.ThroughputDecreasesPerDayMax"/> times on one day of UTC.</summary>
    /// <param name="history">The changes so far.</param>
    public static StorageException ThroughputDecreasesTooMany(ThroughputHistory history)
    {
        DateTimeOffset last = history.LastDecreaseAt!.Value.ToUniversalTime();
        DateTimeOffset next = last + Limits.ThroughputDecreaseInterval;
        return new StorageException(
            StorageErrorCode.LimitExceededException,
            "Subscriber limit exceeded: Provisioned throughput decreases are limited within a given UTC day. After the first 4 decreases, each subsequent decrease "
            + "in the same UTC day can be performed at most once every 3600 seconds. "
            + string.Create(CultureInfo.InvariantCulture, $"Number of decreases today: {history.DecreasesToday}. ")
            + $"Last decrease at {last.ToString(MomentFormat, CultureInfo.InvariantCulture)}. "
            + $"Next decrease can be made at {next.ToString(MomentFormat, CultureInfo.InvariantCulture)}");
    }

    /// <summary>Bounds on request units for a provisioned table or index.</summary>
    /// <param name="member">MaxReadRequestUnits or MaxWriteRequestUnits.</param>
    public static StorageException OnDemandBoundNotAllowed(string member) =>
        InvalidParameter($"{member} for OnDemandThroughput cannot be specified when the table BillingMode is PROVISIONED");

    /// <summary>A bound on request units that is neither positive nor -1.</summary>
    /// <param name="member">MaxReadRequestUnits or MaxWriteRequestUnits.</param>
    /// <param name="indexName">The index, or null for the table itself.</param>
    public static StorageException OnDemandBoundOutOfRange(string member, string? indexName = null) => InvalidParameter(
        $"Requested {member} for OnDemandThroughput for {(indexName is null ? "table" : $"index : {indexName}")} is outside of valid range");

    /// <summary>Warm throughput below what there is.</summary>
    /// <param name="member">ReadUnitsPerSecond or WriteUnitsPerSecond.</param>
    /// <param name="indexName">The index, or null for the table itself.</param>
    public static StorageException WarmThroughputLowered(string member, string? indexName = null) => InvalidParameter(
        $"Requested {member} for WarmThroughput for {(indexName is null ? "table" : $"index {indexName}")} is lower than current WarmThroughput, "
        + "decreasing WarmThroughput is not supported");

    /// <summary>A stream is begun where there is one.</summary>
    public static StorageException StreamExists(string tableName) => Validation($"Table already has an enabled stream: TableName: {tableName}");

    /// <summary>A stream is ended where there is none.</summary>
    public static StorageException StreamMissing(string tableName) => Validation($"Table has no stream to disable: TableName: {tableName}");

    /// <summary>The service's own key where it is used already.</summary>
    public static StorageException EncryptedByDefault() => InvalidParameter("Table is already encrypted by default");

    /// <summary>A key where it is used already.</summary>
    public static StorageException EncryptedWithKey() => InvalidParameter(
        "Table is already encrypted with given KMSMasterKeyId. Use KMSMasterKeyId parameter if you want to change Master Key");

    /// <summary>Two changes of one index.</summary>
    public static StorageException IndexUpdatedTwice(string indexName) =>
        InvalidParameter($"Only one global secondary index update per index is allowed simultaneously. Index: {indexName}");

    /// <summary>More than one index is created or deleted.</summary>
    public static StorageException IndexUpdatesTooMany() => new(
        StorageErrorCode.LimitExceededException, "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously per table");

    /// <summary>An index is created that is there.</summary>
    public static StorageException IndexExists() => Validation("Attempting to create an index which already exists");

    /// <summary>An index is changed or deleted that is a local one.</summary>
    /// <param name="indexName">The index.</param>
    /// <param name="verb">"update" or "delete".</param>
    public static StorageException IndexIsLocal(string indexName, string verb) =>
        Validation($"Cannot {verb} an index that is not a GlobalSecondaryIndex: {indexName}");

    /// <summary>A control operation names an index that the table does not have.</summary>
    public static StorageException IndexMissing() => new(StorageErrorCode.ResourceNotFoundException, "Requested resource not found");

    /// <summary>Capacity for an index of an on-demand table.</summary>
    public static StorageException IndexThroughputUpdateNotAllowed(string indexName) => InvalidParameter(
        $"Neither ReadCapacityUnits nor WriteCapacityUnits can be specified for index: {indexName} when BillingMode is PAY_PER_REQUEST");

    /// <summary>A key attribute with another type than it has.</summary>
    /// <param name="existing">The attribute as it is.</param>
    /// <param name="existingKind">HASH or RANGE.</param>
    /// <param name="requested">The attribute as it is to be.</param>
    /// <param name="requestedKind">HASH or RANGE.</param>
    public static StorageException AttributeRedefined(
        KeyAttribute existing, string existingKind, KeyAttribute requested, string requestedKind) => InvalidParameter(
        "Attributes cannot be redefined. Please check that your attribute has the same type as previously defined. "
        + $"Existing schema: Schema:[SchemaElement: key{{{existing.Name}:{existing.Type.Tag()}:{existingKind}}}] "
        + $"New schema: Schema:[SchemaElement: key{{{requested.Name}:{requested.Type.Tag()}:{requestedKind}}}]");

    /// <summary>A read of an index that is still being filled.</summary>
    public static StorageException IndexIsBackfilling(string indexName) =>
        Validation($"Cannot read from backfilling global secondary index: {indexName}");
}
