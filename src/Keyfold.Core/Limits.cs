namespace Keyfold;

/// <summary>
/// DynamoDB's limits, each named once. Source: "Quotas in Amazon DynamoDB" and "Naming rules and data types" of the developer guide.
/// </summary>
public static class Limits
{
    /// <summary>400 KB: attribute names and values of one item, in bytes.</summary>
    public const int ItemBytesMax = 400 * 1024;

    /// <summary>A partition key value, in bytes of UTF-8 or binary.</summary>
    public const int PartitionKeyBytesMax = 2048;

    /// <summary>A sort key value, in bytes of UTF-8 or binary.</summary>
    public const int SortKeyBytesMax = 1024;

    /// <summary>Levels of an item, the item itself being the first.</summary>
    public const int NestingLevelsMax = 32;

    /// <summary>An attribute's name, in bytes of UTF-8.</summary>
    public const int AttributeNameBytesMax = 65_535;

    /// <summary>The name of a key attribute or of an attribute that an index projects, in bytes of UTF-8.</summary>
    public const int KeyAttributeNameBytesMax = 255;

    /// <summary>The shortest name of a table or index, in characters.</summary>
    public const int TableNameCharactersMin = 3;

    /// <summary>The longest name of a table or index, in characters.</summary>
    public const int TableNameCharactersMax = 255;

    /// <summary>Significant decimal digits of a number.</summary>
    public const int NumberDigitsMax = 38;

    /// <summary>The decimal exponent of a number's leading digit, at most.</summary>
    public const int NumberExponentMax = 125;

    /// <summary>The decimal exponent of a number's leading digit, at least.</summary>
    public const int NumberExponentMin = -130;

    /// <summary>1 MB: what a Query, Scan or one page of them evaluates, in bytes of items.</summary>
    public const int PageBytesMax = 1024 * 1024;

    /// <summary>Keys of one BatchGetItem over all tables.</summary>
    public const int BatchGetKeysMax = 100;

    /// <summary>16 MB: what one BatchGetItem returns, in bytes of items.</summary>
    public const int BatchGetBytesMax = 16 * 1024 * 1024;

    /// <summary>Puts and deletes of one BatchWriteItem over all tables.</summary>
    public const int BatchWriteRequestsMax = 25;

    /// <summary>16 MB: the items of one BatchWriteItem, in bytes.</summary>
    public const int BatchWriteBytesMax = 16 * 1024 * 1024;

    /// <summary>Actions of one TransactWriteItems or TransactGetItems.</summary>
    public const int TransactionActionsMax = 100;

    /// <summary>4 MB: the items of one transaction, in bytes.</summary>
    public const int TransactionBytesMax = 4 * 1024 * 1024;

    /// <summary>Characters of a client request token.</summary>
    public const int ClientRequestTokenCharactersMax = 36;

    /// <summary>How long a client request token is remembered after its transaction completed.</summary>
    public static readonly TimeSpan ClientRequestTokenLifetime = TimeSpan.FromMinutes(10);

    /// <summary>Local secondary indexes of a table.</summary>
    public const int LocalSecondaryIndexesMax = 5;

    /// <summary>Global secondary indexes of a table (AWS raises it on request).</summary>
    public const int GlobalSecondaryIndexesMax = 20;

    /// <summary>Partition key attributes of a global secondary index, and likewise its sort key attributes.</summary>
    public const int IndexKeyAttributesMax = 4;

    /// <summary>Attributes that INCLUDE projections name, over all indexes of a table.</summary>
    public const int ProjectedAttributesMax = 100;

    /// <summary>10^12: provisioned capacity units per second of a table or index.</summary>
    public const long ProvisionedUnitsMax = 1_000_000_000_000;

    /// <summary>Read request units per second that an on-demand table takes from the beginning.</summary>
    public const long OnDemandReadUnits = 12_000;

    /// <summary>Write request units per second that an on-demand table takes from the beginning.</summary>
    public const long OnDemandWriteUnits = 4_000;

    /// <summary>How often the provisioned capacity of a table or index may be lowered on one day of UTC, before it has to wait.</summary>
    public const int ThroughputDecreasesPerDayMax = 4;

    /// <summary>How long it then has to wait between two decreases.</summary>
    public static readonly TimeSpan ThroughputDecreaseInterval = TimeSpan.FromHours(1);

    /// <summary>Tags of a table or stream.</summary>
    public const int TagsMax = 50;

    /// <summary>A tag's key, in characters.</summary>
    public const int TagKeyCharactersMax = 128;

    /// <summary>A tag's value, in characters.</summary>
    public const int TagValueCharactersMax = 256;

    /// <summary>20 KB: the policy of a table or stream, in bytes of UTF-8 with all white space.</summary>
    public const int PolicyBytesMax = 20 * 1024;

    /// <summary>Parallel segments of a Scan.</summary>
    public const int ScanSegmentsMax = 1_000_000;

    /// <summary>The text of one expression, in bytes of UTF-8.</summary>
    public const int ExpressionBytesMax = 4096;

    /// <summary>Operators and functions of one expression.</summary>
    public const int ExpressionOperatorsMax = 300;

    /// <summary>Candidates of one IN.</summary>
    public const int InOperandsMax = 100;

    /// <summary>Steps of a document path.</summary>
    public const int PathDepthMax = 32;

    /// <summary>4 KB: what one read capacity unit reads, in bytes.</summary>
    public const int ReadUnitBytes = 4096;

    /// <summary>1 KB: what one write capacity unit writes, in bytes.</summary>
    public const int WriteUnitBytes = 1024;

    /// <summary>How long a stream's record can be read, and a stream that takes no more records.</summary>
    public static readonly TimeSpan StreamRetention = TimeSpan.FromHours(24);

    /// <summary>How long a shard iterator can be used.</summary>
    public static readonly TimeSpan ShardIteratorLifetime = TimeSpan.FromMinutes(15);

    /// <summary>An item whose time to live passed more years ago than this does not expire any more.</summary>
    public const int TimeToLiveYearsMax = 5;

    /// <summary>Records of one GetRecords.</summary>
    public const int StreamRecordsMax = 1000;

    /// <summary>Streams of one ListStreams.</summary>
    public const int StreamsListedMax = 100;

    /// <summary>Shards of one DescribeStream.</summary>
    public const int ShardsDescribedMax = 100;
}
