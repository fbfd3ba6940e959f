using System.Globalization;
using System.Text.RegularExpressions;
using Keyfold.Differential.Aws;
using Keyfold.Differential.Requests;
using Keyfold.Expressions;
using Keyfold.Storage;

namespace Keyfold.Differential.Runs;

/// <summary>
/// What DynamoDB Local 1.25.1 does otherwise than Amazon DynamoDB, as far as random requests meet it. The engine follows Amazon; each entry says what decides.
/// </summary>
internal static partial class LocalDifferences
{
    private const string ApiReference = "Amazon DynamoDB API reference";
    private const string PathIsInvalid = "The document path provided in the update expression is invalid";
    private const string Guide = "Amazon DynamoDB developer guide";

    private static readonly Explanation Metrics = new("Local has no ItemCollectionMetrics", $"{ApiReference}, ReturnItemCollectionMetrics");
    private static readonly Explanation EmptyPage = new("Local charges nothing for an empty page", $"{Guide}, read capacity: an item or page is at least one unit");
    private static readonly Explanation MissingKey = new("Local charges nothing for a missing key of a batch", $"{Guide}, read capacity: a missing item costs the minimum");
    private static readonly Explanation BatchDelete = new("Local charges a batch's delete of a missing item twice", $"{Guide}, write capacity: one unit");
    private static readonly Explanation TransactedUnits = new("Local charges four units for a KB written in a transaction", $"{Guide}, transactions: two units");
    private static readonly Explanation Words = new("Local words the error otherwise", "Messages recorded from the service");
    private static readonly Explanation Order = new("Local looks for this mistake after another one", "Order of checks recorded from the service");
    private static readonly Explanation Evaluation = new("Of two things wrong with the item Local reports another one", "Not documented");
    private static readonly Explanation OutsideIndex = new("Local charges an index that the item was not in and is not in", $"{Guide}, global secondary indexes: no write, no charge");
    private static readonly Explanation Estimate = new("Local takes the size of the items for that of an index", $"{ApiReference}, IndexSizeBytes");
    private static readonly Explanation WholeItems = new("Local counts whole items when it reads an index", $"{Guide}, read capacity: the size of the index entries");
    private static readonly Explanation Unprojected = new("Local filters an index by what it does not project", $"{Guide}, projections: an entry has the projected attributes");
    private static readonly Explanation LastPage = new("Local knows that nothing can follow a page that reached its Limit", $"{Guide}, pagination: a page that reaches its Limit has a LastEvaluatedKey");
    private static readonly Explanation Fetch = new("Local charges a Scan nothing for what it fetches from the table", $"{Guide}, local secondary indexes: fetches are charged");
    private static readonly Explanation MissingPath = new("Local refuses to remove what is nested in nothing", $"{ApiReference}, UpdateExpression: nothing is removed", PartsWays: true);
    private static readonly Explanation Reasons = new("Local evaluates all actions of a refused transaction", $"{ApiReference}, TransactionCanceledException: a validation error ends it");
    private static readonly Explanation Branch = new("Local returns the whole attribute of a nested path", $"{ApiReference}, UpdateItem ReturnValues: the updated attributes only");
    private static readonly Explanation IndexKey = new("Local stores an index key of a wrong type by an update", $"{Guide}, secondary indexes: such a write is refused", PartsWays: true);
    private static readonly Explanation Utf16 = new("Local measures strings in UTF-16 code units", $"{Guide}, item size: UTF-8 bytes", PartsWays: true);
    private static readonly Explanation LongKey = new("Local looks for a key that no item can have", $"{ApiReference}, Query: the key's limits");
    private static readonly Explanation StartKey = new("Local judges starting keys otherwise", $"{ApiReference}, ExclusiveStartKey");

    // what Amazon finds wrong before it looks at the item, and Local later
    private static readonly string[] NeedNoItem =
    [
        "Invalid ConditionExpression: ", "Invalid FilterExpression: ", "Invalid ProjectionExpression: ", "Invalid UpdateExpression: ", "Invalid KeyConditionExpression: ",
        "Key attributes must be scalars", "ReturnValues can only be", "secondary index key", "does not project", "Consistent reads are not supported", "SPECIFIC_ATTRIBUTES", "Cannot specify the ProjectionExpression", "ALL_PROJECTED_ATTRIBUTES", "ALL_ATTRIBUTES", "Cannot update attribute",
    ];

    // what an update finds wrong with the item
    private static readonly string[] NeedItem =
    [
        PathIsInvalid, "The provided expression refers to an attribute that does not exist in the item", "An operand in the update expression has an incorrect data type",
        "Number overflow", "precision up to 38 digits", "Item size to update has exceeded",
    ];

    // of several keys or parts of one, either may be reported
    private static readonly string[] AreOfKeys =
    [
        "The provided key element does not match the schema", "The number of conditions on the keys is invalid", "Type mismatch for key", "Type mismatch for Index Key",
        "Hash primary key values must be under 2048 bytes", "One of the required keys was not given a value", "Size limit exceeded", "empty string value", "empty binary value",
        "Size of hashkey has exceeded", "Aggregated size of all range keys has exceeded", "Invalid attribute value type", "Missing the key", "Condition parameter type does not match", "starting key", "Exclusive Start Key", "Provided list of item keys contains duplicates", "Type mismatch for attribute",
    ];

    /// <summary>Why a reply of Local may differ from the engine's, or null.</summary>
    public static Explanation? Explain(Divergence reply)
    {
        if (reply.Operation is null)
        {
            return string.Equals(IndexSizeText().Replace(reply.Expected, ""), IndexSizeText().Replace(reply.Actual, ""), StringComparison.Ordinal) ? Estimate : null;
        }

        Divergence bare = reply with { Expected = MetricsText().Replace(reply.Expected, ""), Actual = MetricsText().Replace(reply.Actual, "") };
        if (bare.IsEqual)
        {
            return Metrics;
        }

        Divergence free = bare with { Expected = Reply.WithoutCapacity(bare.Expected), Actual = Reply.WithoutCapacity(bare.Actual) };
        return free.IsEqual ? ExplainCapacity(bare)
            : IsError(free.Expected) && IsError(free.Actual) ? ExplainError(free)
            : IsError(free.Actual) ? ExplainRefusal(free)
            : ExplainContent(free);
    }

    private static Explanation? ExplainCapacity(Divergence reply) => reply.Operation switch
    {
        ScanOperation { IndexName: not null } when reply.Actual.Contains("LocalSecondaryIndexes = [IndexCapacity", StringComparison.Ordinal) => Fetch,
        ScanOperation { IndexName: not null } or QueryOperation { IndexName: not null } when !reply.Expected.Contains("0/0", StringComparison.Ordinal) => WholeItems,
        QueryOperation or ScanOperation when reply.Expected.Contains("0/0", StringComparison.Ordinal) => EmptyPage,
        BatchGetOperation => MissingKey,
        BatchWriteOperation { Deletes.Count: > 0 } => BatchDelete,
        TransactWriteOperation => TransactedUnits,
        PutOperation or UpdateOperation or DeleteOperation or BatchWriteOperation when ChargesIndexesMore(reply.Expected, reply.Actual) => OutsideIndex,
        _ => null,
    };

    private static bool ChargesIndexesMore(string local, string actual)
    {
        Dictionary<string, double> charged = IndexUnits(local);
        return IndexUnits(actual).All(index => charged.GetValueOrDefault(index.Key) >= index.Value);
    }

    private static Dictionary<string, double> IndexUnits(string reply) => IndexCapacityText().Matches(reply).ToDictionary(
        match => match.Groups["name"].Value, match => double.Parse(match.Groups["units"].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static string ItemsOf(string reply) => reply[reply.LastIndexOf(" items ", StringComparison.Ordinal)..];

    private static Explanation? ExplainError(Divergence reply)
    {
        string local = LocalWords().Replace(reply.Expected, "");
        return string.Equals(BinaryText().Replace(local, "{B}"), BinaryText().Replace(reply.Actual, "{B}"), StringComparison.Ordinal) ? Words
            : Speaks(NeedNoItem, reply.Actual) ? Order
            : LocalTexts.Says(MessageOf(reply.Actual), local) ? Words
            : Speaks(NeedItem, reply.Actual) && Speaks(NeedItem, local) ? Evaluation
            : Speaks(AreOfKeys, reply.Actual) && Speaks(AreOfKeys, local) ? Order
            : reply.Operation is TransactWriteOperation or TransactGetOperation ? Reasons
            : null;
    }

    private static bool Speaks(string[] texts, string reply) => Array.Exists(texts, text => reply.Contains(text, StringComparison.Ordinal));

    private static string MessageOf(string reply) => reply[(reply.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    private static Explanation? ExplainRefusal(Divergence reply) => reply.Operation switch
    {
        QueryOperation { Start: not null } => StartKey,
        QueryOperation when Speaks(AreOfKeys, reply.Actual) => LongKey,
        _ when reply.Actual.Contains("secondary index key", StringComparison.Ordinal) || reply.Actual.Contains("IndexKey: ", StringComparison.Ordinal) => IndexKey,
        _ => null,
    };

    private static Explanation? ExplainContent(Divergence reply) => reply.Operation switch
    {
        UpdateOperation or TransactWriteOperation when reply.Expected.Contains(PathIsInvalid, StringComparison.Ordinal) => MissingPath,
        UpdateOperation { ReturnValues: ReturnValues.UpdatedOld or ReturnValues.UpdatedNew } update when update.Update!.Actions.Any(action => action.Path.Elements.Count > 1) => Branch,
        QueryOperation { Start: not null } when IsError(reply.Expected) => StartKey,
        ScanOperation { IndexName: not null, Filter: not null } => Unprojected,
        QueryOperation { Limit: not null } when ItemsOf(reply.Expected) == ItemsOf(reply.Actual) => LastPage,
        not null when reply.Operation.ToString().Contains(nameof(SizeOperand), StringComparison.Ordinal) => Utf16,
        _ => null,
    };

    private static bool IsError(string reply) => ErrorText().IsMatch(reply);

    [GeneratedRegex(", typeSet: ALLOWED_FOR_(?:ADD|DELETE)_OPERAND", RegexOptions.None, 1000)]
    private static partial Regex LocalWords();

    [GeneratedRegex(@"IndexCapacity \{ IndexName = (?<name>\w+), CapacityUnits = (?<units>[0-9.]+) \}", RegexOptions.None, 1000)]
    private static partial Regex IndexCapacityText();

    [GeneratedRegex(@"SizeBytes = \d+", RegexOptions.None, 1000)]
    private static partial Regex IndexSizeText();

    [GeneratedRegex(@"\{B:[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex BinaryText();

    [GeneratedRegex("^[A-Za-z]+Exception: ", RegexOptions.None, 1000)]
    private static partial Regex ErrorText();

    [GeneratedRegex(@"ItemCollectionMetrics \{.*? SizeEstimateUpperGB = \d+ \}", RegexOptions.None, 1000)]
    private static partial Regex MetricsText();
}
