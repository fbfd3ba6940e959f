namespace Keyfold.Protocol.Tests.Operations;

/// <summary>What is told of backups, recovery, insights and the like, of which there are none.</summary>
public sealed class AbsentFeatureTests
{
    private const string Table = "arn:aws:dynamodb:us-east-1:000000000000:table/hash";
    private const string Backup = $"{Table}/backup/01489602797149-73d8d5bc";

    [Theory]
    [InlineData("ListBackups", "{}", "{'BackupSummaries':[]}")]
    [InlineData("ListExports", "{}", "{'ExportSummaries':[]}")]
    [InlineData("ListImports", "{}", "{'ImportSummaryList':[]}")]
    [InlineData("ListGlobalTables", "{}", "{'GlobalTables':[]}")]
    [InlineData("ListContributorInsights", "{}", "{'ContributorInsightsSummaries':[]}")]
    [InlineData("DescribeContributorInsights", "{'TableName':'range','IndexName':'gsi'}",
        "{'TableName':'range','IndexName':'gsi','ContributorInsightsStatus':'DISABLED'}")]
    [InlineData("UpdateContributorInsights", "{'TableName':'hash','ContributorInsightsAction':'DISABLE'}", "{'TableName':'hash','ContributorInsightsStatus':'DISABLED'}")]
    [InlineData("DescribeKinesisStreamingDestination", "{'TableName':'hash'}", "{'TableName':'hash','KinesisDataStreamDestinations':[]}")]
    [InlineData("DescribeContinuousBackups", "{'TableName':'hash'}",
        "{'ContinuousBackupsDescription':{'ContinuousBackupsStatus':'ENABLED','PointInTimeRecoveryDescription':{'PointInTimeRecoveryStatus':'DISABLED'}}}")]
    [InlineData("UpdateContinuousBackups", "{'TableName':'hash','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':false}}",
        "{'ContinuousBackupsDescription':{'ContinuousBackupsStatus':'ENABLED','PointInTimeRecoveryDescription':{'PointInTimeRecoveryStatus':'DISABLED'}}}")]
    [InlineData("DescribeLimits", "{}",
        "{'AccountMaxReadCapacityUnits':80000,'AccountMaxWriteCapacityUnits':80000,'TableMaxReadCapacityUnits':40000,'TableMaxWriteCapacityUnits':40000}")]
    [InlineData("DescribeEndpoints", "{}", "{'Endpoints':[{'Address':'dynamodb.us-east-1.amazonaws.com','CachePeriodInMinutes':1440}]}")]
    public async Task It_is_described(string operation, string request, string response) =>
        Assert.Equal(response, await (await ProtocolClient.CreateAsync()).OkAsync(operation, request));

    [Theory]
    [InlineData("CreateBackup", "{'TableName':'hash','BackupName':'first'}",
        "ContinuousBackupsUnavailableException", "Backups are being enabled for the table: hash. Please retry later")]
    [InlineData("CreateBackup", "{'TableName':'none','BackupName':'first'}", "TableNotFoundException", "Table not found: none")]
    [InlineData("UpdateContinuousBackups", "{'TableName':'hash','PointInTimeRecoverySpecification':{'PointInTimeRecoveryEnabled':true}}",
        "ContinuousBackupsUnavailableException", "Backups are being enabled for the table: hash. Please retry later")]
    [InlineData("DescribeContinuousBackups", "{'TableName':'none'}", "TableNotFoundException", "Table not found: none")]
    [InlineData("DescribeBackup", $"{{'BackupArn':'{Backup}'}}", "BackupNotFoundException", $"Backup not found: {Backup}")]
    [InlineData("DeleteBackup", $"{{'BackupArn':'{Backup}'}}", "BackupNotFoundException", $"Backup not found: {Backup}")]
    [InlineData("RestoreTableFromBackup", $"{{'BackupArn':'{Backup}','TargetTableName':'copy'}}", "BackupNotFoundException", $"Backup not found: {Backup}")]
    [InlineData("RestoreTableToPointInTime", "{'SourceTableName':'hash','TargetTableName':'copy','UseLatestRestorableTime':true}",
        "PointInTimeRecoveryUnavailableException", "Point in time recovery is not enabled for table \\'hash\\'")]
    [InlineData("RestoreTableToPointInTime", $"{{'SourceTableArn':'{Table}x','TargetTableName':'copy'}}", "TableNotFoundException", "Table not found: hashx")]
    [InlineData("DescribeGlobalTable", "{'GlobalTableName':'hash'}",
        "GlobalTableNotFoundException", "Global table not found: Global table with name: \\'hash\\' does not exist.")]
    [InlineData("DescribeContributorInsights", "{'TableName':'hash','IndexName':'none'}", "ResourceNotFoundException", "Requested resource not found")]
    [InlineData("DescribeContributorInsights", "{'TableName':'none'}", "ResourceNotFoundException", "Requested resource not found: Table: none not found")]
    public async Task It_is_not_found(string operation, string request, string code, string message) => Assert.Equal(
        $"{{'__type':'com.amazonaws.dynamodb.v20120810#{code}','message':'{message}'}}",
        await (await ProtocolClient.CreateAsync()).ErrorAsync(operation, request));

    [Theory]
    [InlineData("CreateBackup", "{'BackupName':'ab'}",
        "2 validation errors detected: Value null at 'tableName' failed to satisfy constraint: Member must not be null; "
        + "Value 'ab' at 'backupName' failed to satisfy constraint: Member must have length greater than or equal to 3")]
    [InlineData("DescribeBackup", $"{{'BackupArn':'{Table}'}}", "Invalid Backup ARN")]
    [InlineData("UpdateContinuousBackups", "{'TableName':'hash'}",
        "1 validation error detected: Value null at 'pointInTimeRecoverySpecification' failed to satisfy constraint: Member must not be null")]
    [InlineData("UpdateContributorInsights", "{'TableName':'hash','ContributorInsightsAction':'X'}",
        "1 validation error detected: Value 'X' at 'contributorInsightsAction' failed to satisfy constraint: Member must satisfy enum value set: [ENABLE, DISABLE]")]
    [InlineData("RestoreTableToPointInTime", "{'TargetTableName':'copy'}", "Must provide exactly one of: sourceTableArn, sourceTableName")]
    public async Task A_wrong_request_is_refused(string operation, string request, string message) =>
        await (await ProtocolClient.CreateAsync()).RefusesAsync(operation, request, message);
}
