using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using Keyfold.Aws.InProcess;
using Keyfold.Engine;

namespace Keyfold.Specification.Tests.Protocol;

/// <summary>The operations on tables and the account by Amazon's SDK: each member arrives, and each error is the exception of its name.</summary>
public sealed class ControlPlaneTests
{
    private const string Table = "Albums";

    [Fact]
    public async Task Every_setting_of_a_new_table_is_described()
    {
        using AmazonDynamoDBClient client = Connect();
        await client.CreateTableAsync(new CreateTableRequest
        {
            TableName = Table,
            KeySchema = [new KeySchemaElement("Artist", KeyType.HASH)],
            AttributeDefinitions = [new AttributeDefinition("Artist", ScalarAttributeType.S), new AttributeDefinition("Year", ScalarAttributeType.N)],
            BillingMode = BillingMode.PAY_PER_REQUEST,
            OnDemandThroughput = new OnDemandThroughput { MaxReadRequestUnits = 10, MaxWriteRequestUnits = 20 },
            WarmThroughput = new WarmThroughput { ReadUnitsPerSecond = 15_000, WriteUnitsPerSecond = 5_000 },
            StreamSpecification = new StreamSpecification { StreamEnabled = true, StreamViewType = StreamViewType.OLD_IMAGE },
            SSESpecification = new SSESpecification { Enabled = true, SSEType = SSEType.KMS, KMSMasterKeyId = "alias/mine" },
            TableClass = TableClass.STANDARD_INFREQUENT_ACCESS,
            DeletionProtectionEnabled = true,
            Tags = [new Tag { Key = "team", Value = "blue" }],
            ResourcePolicy = "{}",
            GlobalSecondaryIndexes =
            [
                new GlobalSecondaryIndex
                {
                    IndexName = "ByYear",
                    KeySchema = [new KeySchemaElement("Year", KeyType.HASH), new KeySchemaElement("Artist", KeyType.HASH)],
                    Projection = new Projection { ProjectionType = ProjectionType.ALL },
                    OnDemandThroughput = new OnDemandThroughput { MaxReadRequestUnits = 1 },
                },
            ],
        });
        TableDescription table = (await client.DescribeTableAsync(Table)).Table;

        Assert.Equal((10, 20), (table.OnDemandThroughput.MaxReadRequestUnits, table.OnDemandThroughput.MaxWriteRequestUnits));
        Assert.Equal((15_000, 5_000), (table.WarmThroughput.ReadUnitsPerSecond, table.WarmThroughput.WriteUnitsPerSecond));
        Assert.Equal((true, StreamViewType.OLD_IMAGE), (table.StreamSpecification.StreamEnabled, table.StreamSpecification.StreamViewType));
        Assert.Equal($"{table.TableArn}/stream/{table.LatestStreamLabel}", table.LatestStreamArn);
        Assert.Equal((SSEStatus.ENABLED, SSEType.KMS), (table.SSEDescription.Status, table.SSEDescription.SSEType));
        Assert.Equal("arn:aws:kms:eu-west-1:000000000000:alias/mine", table.SSEDescription.KMSMasterKeyArn);
        Assert.Equal(TableClass.STANDARD_INFREQUENT_ACCESS, table.TableClassSummary.TableClass);
        Assert.True(table.DeletionProtectionEnabled);
        Assert.True(Guid.TryParse(table.TableId, out _));
        Assert.Equal(["HASH", "HASH"], table.GlobalSecondaryIndexes[0].KeySchema.Select(element => element.KeyType.Value));
        Assert.Equal((1, -1), (table.GlobalSecondaryIndexes[0].OnDemandThroughput.MaxReadRequestUnits, table.GlobalSecondaryIndexes[0].OnDemandThroughput.MaxWriteRequestUnits));
        Assert.Equal("team", Assert.Single((await client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = table.TableArn })).Tags).Key);
        Assert.Equal("{}", (await client.GetResourcePolicyAsync(new GetResourcePolicyRequest { ResourceArn = table.TableArn })).Policy);
    }

    [Fact]
    public async Task Tags_and_policies_come_and_go()
    {
        using AmazonDynamoDBClient client = Connect();
        string arn = await CreateTableAsync(client);
        await client.TagResourceAsync(new TagResourceRequest { ResourceArn = arn, Tags = [new Tag { Key = "a", Value = "1" }] });
        await client.UntagResourceAsync(new UntagResourceRequest { ResourceArn = arn, TagKeys = ["a"] });
        Assert.Empty((await client.ListTagsOfResourceAsync(new ListTagsOfResourceRequest { ResourceArn = arn })).Tags ?? []);
        string revision = (await client.PutResourcePolicyAsync(new PutResourcePolicyRequest { ResourceArn = arn, Policy = "{}" })).RevisionId;
        Assert.Equal(revision, (await client.DeleteResourcePolicyAsync(new DeleteResourcePolicyRequest { ResourceArn = arn })).RevisionId);
        await Assert.ThrowsAsync<PolicyNotFoundException>(() => client.GetResourcePolicyAsync(new GetResourcePolicyRequest { ResourceArn = arn }));
    }

    [Fact]
    public async Task What_there_is_not_is_told_by_the_exception_of_its_name()
    {
        using AmazonDynamoDBClient client = Connect();
        string arn = await CreateTableAsync(client);
        string backup = $"{arn}/backup/01489602797149-73d8d5bc";
        await Assert.ThrowsAsync<ContinuousBackupsUnavailableException>(
            () => client.CreateBackupAsync(new CreateBackupRequest { TableName = Table, BackupName = "first" }));
        await Assert.ThrowsAsync<BackupNotFoundException>(() => client.DescribeBackupAsync(new DescribeBackupRequest { BackupArn = backup }));
        await Assert.ThrowsAsync<TableNotFoundException>(
            () => client.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = "none" }));
        await Assert.ThrowsAsync<GlobalTableNotFoundException>(
            () => client.DescribeGlobalTableAsync(new DescribeGlobalTableRequest { GlobalTableName = Table }));
        await Assert.ThrowsAsync<PointInTimeRecoveryUnavailableException>(() => client.RestoreTableToPointInTimeAsync(
            new RestoreTableToPointInTimeRequest { SourceTableName = Table, TargetTableName = "copy", UseLatestRestorableTime = true }));
        ContinuousBackupsDescription backups = (await client.DescribeContinuousBackupsAsync(new DescribeContinuousBackupsRequest { TableName = Table })).ContinuousBackupsDescription;
        Assert.Equal(
            (ContinuousBackupsStatus.ENABLED, PointInTimeRecoveryStatus.DISABLED),
            (backups.ContinuousBackupsStatus, backups.PointInTimeRecoveryDescription.PointInTimeRecoveryStatus));
        Assert.Empty((await client.ListBackupsAsync(new ListBackupsRequest())).BackupSummaries ?? []);
        DescribeContributorInsightsResponse insights = await client.DescribeContributorInsightsAsync(
            new DescribeContributorInsightsRequest { TableName = Table });
        Assert.Equal(ContributorInsightsStatus.DISABLED, insights.ContributorInsightsStatus);
    }

    [Fact]
    public async Task The_account_has_the_limits_of_a_new_one()
    {
        using AmazonDynamoDBClient client = Connect();
        DescribeLimitsResponse limits = await client.DescribeLimitsAsync(new DescribeLimitsRequest());
        Assert.Equal((80_000, 40_000), (limits.AccountMaxReadCapacityUnits, limits.TableMaxWriteCapacityUnits));
        Assert.Equal(
            "dynamodb.eu-west-1.amazonaws.com", Assert.Single((await client.DescribeEndpointsAsync(new DescribeEndpointsRequest())).Endpoints).Address);
    }

    private static AmazonDynamoDBClient Connect() => KeyfoldDynamoDBClient.Create(new EmbeddedEngine(new EngineOptions { Region = "eu-west-1" }));

    private static async Task<string> CreateTableAsync(AmazonDynamoDBClient client) => (await client.CreateTableAsync(new CreateTableRequest
    {
        TableName = Table,
        KeySchema = [new KeySchemaElement("Artist", KeyType.HASH)],
        AttributeDefinitions = [new AttributeDefinition("Artist", ScalarAttributeType.S)],
        BillingMode = BillingMode.PAY_PER_REQUEST,
    })).TableDescription.TableArn;
}
