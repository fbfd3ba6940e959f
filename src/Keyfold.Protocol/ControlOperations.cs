using Keyfold.Protocol.Account;
using Keyfold.Protocol.Backups;
using Keyfold.Protocol.Insights;
using Keyfold.Protocol.Operations;
using Keyfold.Protocol.Policies;
using Keyfold.Protocol.Requests;
using Keyfold.Protocol.Tables;
using Keyfold.Protocol.Tags;
using Keyfold.Protocol.TimeToLive;
using Keyfold.Storage;

namespace Keyfold.Protocol;

/// <summary>The operations on tables and the account.</summary>
internal static class ControlOperations
{
    private delegate ValueTask ResourceOperation(OperationCall call, ITableResources resources, CancellationToken cancellationToken);

    /// <summary>The operation of a name; null if there is none.</summary>
    public static Func<OperationCall, CancellationToken, ValueTask>? Find(string operation) => operation switch
    {
        "CreateTable" => CreateTableOperation.HandleAsync,
        "DescribeTable" => DescribeTableOperation.HandleAsync,
        "UpdateTable" => UpdateTableOperation.HandleAsync,
        "DeleteTable" => DeleteTableOperation.HandleAsync,
        "ListTables" => ListTablesOperation.HandleAsync,
        "DescribeTimeToLive" => DescribeTimeToLiveOperation.HandleAsync,
        "UpdateTimeToLive" => UpdateTimeToLiveOperation.HandleAsync,
        "TagResource" => OnResource(TagOperations.TagAsync),
        "UntagResource" => OnResource(TagOperations.UntagAsync),
        "ListTagsOfResource" => OnResource(TagOperations.ListAsync),
        "PutResourcePolicy" => OnResource(PolicyOperations.PutAsync),
        "GetResourcePolicy" => OnResource(PolicyOperations.GetAsync),
        "DeleteResourcePolicy" => OnResource(PolicyOperations.DeleteAsync),
        "DescribeLimits" => AccountOperations.DescribeLimitsAsync,
        "DescribeEndpoints" => AccountOperations.DescribeEndpointsAsync,
        _ => FindAbsent(operation),
    };

    /// <summary>Operations on what there is none of.</summary>
    private static Func<OperationCall, CancellationToken, ValueTask>? FindAbsent(string operation) => operation switch
    {
        "CreateBackup" => BackupOperations.CreateAsync,
        "DescribeBackup" or "DeleteBackup" => BackupOperations.FindAsync,
        "RestoreTableFromBackup" => BackupOperations.RestoreAsync,
        "RestoreTableToPointInTime" => BackupOperations.RecoverAsync,
        "DescribeContinuousBackups" => BackupOperations.DescribeContinuousAsync,
        "UpdateContinuousBackups" => BackupOperations.UpdateContinuousAsync,
        "ListBackups" => EmptyLists.BackupsAsync,
        "ListExports" => EmptyLists.ExportsAsync,
        "ListImports" => EmptyLists.ImportsAsync,
        "ListGlobalTables" => EmptyLists.GlobalTablesAsync,
        "DescribeGlobalTable" or "DescribeGlobalTableSettings" => EmptyLists.FindGlobalTableAsync,
        "DescribeContributorInsights" => InsightsOperations.DescribeAsync,
        "UpdateContributorInsights" => InsightsOperations.UpdateAsync,
        "ListContributorInsights" => InsightsOperations.ListAsync,
        "DescribeKinesisStreamingDestination" => InsightsOperations.DescribeKinesisAsync,
        _ => null,
    };

    /// <summary>An operation on tags or policies, which not every backend keeps.</summary>
    private static Func<OperationCall, CancellationToken, ValueTask> OnResource(ResourceOperation operation) => (call, cancellationToken) =>
    {
        if (StorageDecorator.Find<ITableResources>(call.Administration) is { } resources)
        {
            return operation(call, resources, cancellationToken);
        }

        call.Read(RequestBody.Skip);
        throw StorageErrors.Validation("The backend keeps no tags and no policies.");
    };
}
