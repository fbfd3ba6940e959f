using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
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
    private static readonly Explanation EmptyPage = new(
        "Local charges nothing for an empty page",
        $"{Guide}, read capacity: an item or page is at least one unit");
    private static readonly Explanation MissingKey = new(
        "Local charges nothing for a missing key of a batch",
        $"{Guide}, read capacity: a missing item costs the minimum");
    private static readonly Explanation BatchDelete = new(
        "Local charges a batch's delete of a missing item twice",
        $"{Guide}, write capacity: one unit");
    private static readonly Explanation TransactedUnits = new(
        "Local charges transactions otherwise, such as four units for a KB written",
        $"{Guide}, transactions: two units");
    private static readonly Explanation OutsideIndex = new(
        "Local charges an index that the item was not in and is not in",
        $"{Guide}, global secondary indexes: no write, no charge");
    private static readonly Explanation Estimate = new("Local takes the size of the items for that of an index", $"{ApiReference}, IndexSizeBytes");
    private static readonly Explanation WholeItems = new(
        "Local counts whole items when it reads an index",
        $"{Guide}, read capacity: the size of the index entries");
    private static readonly Explanation Unprojected = new(
        "Local filters an index by what it does not project",
        $"{Guide}, projections: an entry has the projected attributes");
    private static readonly Explanation LastPage = new(
        "Local knows that nothing can follow a page that reached its Limit",
        $"{Guide}, pagination: a page that reaches its Limit has a LastEvaluatedKey");
    private static readonly Explanation LostPages = new(
        "Local ends at the bound of a sort key that is the table's too, with other items of that value behind it",
        $"{Guide}, pagination: there are more pages until none has a LastEvaluatedKey");
    private static readonly Explanation Fetch = new(
        "Local charges a Scan nothing for what it fetches from the table",
        $"{Guide}, local secondary indexes: fetches are charged");
    private static readonly Explanation MissingPath = new(
        "Local refuses to remove what is nested in nothing",
        $"{ApiReference}, UpdateExpression: nothing is removed", PartsWays: true);
    private static readonly Explanation Branch = new(
        "Local returns the whole attribute of a nested path",
        $"{ApiReference}, UpdateItem ReturnValues: the updated attributes only");
    private static readonly Explanation IndexKey = new(
        "Local stores an index key of a wrong type by an update",
        $"{Guide}, secondary indexes: such a write is refused", PartsWays: true);
    private static readonly Explanation Utf16 = new(
        "Local measures strings in UTF-16 code units",
        $"{Guide}, item size: UTF-8 bytes", PartsWays: true);
    private static readonly Explanation CheckPath = new(
        "Local lets the condition of a ConditionCheck lead into a key",
        "Messages recorded from the service: key attributes must be scalars", PartsWays: true);

    /// <summary>Why a reply of Local may differ from the engine's, or null.</summary>
    public static Explanation? Explain(Divergence reply)
    {
        if (reply.Operation is null)
        {
            bool isEqual = string.Equals(IndexSizeText().Replace(reply.Expected, ""), IndexSizeText().Replace(reply.Actual, ""), StringComparison.Ordinal);
            return isEqual ? Estimate : null;
        }

        Divergence bare = reply with { Expected = MetricsText().Replace(reply.Expected, ""), Actual = MetricsText().Replace(reply.Actual, "") };
        if (bare.IsEqual)
        {
            return Metrics;
        }

        Divergence free = bare with { Expected = Reply.WithoutCapacity(bare.Expected), Actual = Reply.WithoutCapacity(bare.Actual) };
        return free.IsEqual ? ExplainCapacity(bare)
            : IsError(free.Expected) && IsError(free.Actual) ? LocalErrors.Explain(free)
            : IsError(free.Actual) ? ExplainRefusal(free)
            : ExplainContent(free);
    }

    private static Explanation? ExplainCapacity(Divergence reply) => reply.Operation switch
    {
        ScanOperation { IndexName: not null } when reply.Actual.Contains("LocalSecondaryIndexes = [IndexCapacity", StringComparison.Ordinal) => Fetch,
        ScanOperation { IndexName: not null } or QueryOperation { IndexName: not null } when !reply.Expected.Contains("0/0", StringComparison.Ordinal) =>
            WholeItems,
        QueryOperation or ScanOperation when reply.Expected.Contains("0/0", StringComparison.Ordinal) => EmptyPage,
        BatchGetOperation when UnitsOf(reply.Expected) < UnitsOf(reply.Actual) => MissingKey,
        BatchWriteOperation { Deletes.Count: > 0 } when UnitsOf(reply.Expected) > UnitsOf(reply.Actual) => BatchDelete,
        TransactWriteOperation => TransactedUnits,
        PutOperation or UpdateOperation or DeleteOperation or BatchWriteOperation when ChargesIndexesMore(reply.Expected, reply.Actual) => OutsideIndex,
        _ => null,
    };

    private static double UnitsOf(string reply) => UnitsText().Matches(reply).Sum(match => double.Parse(match.Value, CultureInfo.InvariantCulture));

    private static bool ChargesIndexesMore(string local, string actual)
    {
        Dictionary<string, double> charged = IndexUnits(local);
        return IndexUnits(actual).All(index => charged.GetValueOrDefault(index.Key) >= index.Value);
    }

    private static Dictionary<string, double> IndexUnits(string reply) => IndexCapacityText().Matches(reply).ToDictionary(
        match => match.Groups["name"].Value, match => double.Parse(match.Groups["units"].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);

    private static string ItemsOf(string reply) => reply[reply.LastIndexOf(" items ", StringComparison.Ordinal)..];

    private static Explanation? ExplainRefusal(Divergence reply) => reply.Operation switch
    {
        QueryOperation { Start: not null } => LocalErrors.StartKey,
        QueryOperation when LocalErrors.IsLongKey(reply.Actual) => LocalErrors.LongKey,
        TransactWriteOperation transaction when RefusesCheck(transaction, reply.Actual) => CheckPath,
        _ when reply.Actual.Contains("secondary index key", StringComparison.Ordinal)
            || reply.Actual.Contains("IndexKey: ", StringComparison.Ordinal) => IndexKey,
        not null when MeasuresText(reply) && reply.Actual.StartsWith("ConditionalCheckFailedException", StringComparison.Ordinal) => Utf16,
        _ => null,
    };

    // the two lengths of a string differ only where it has more than ASCII
    private static bool MeasuresText(Divergence reply) =>
        reply.Operation!.ToString().Contains(nameof(SizeOperand), StringComparison.Ordinal) && !Ascii.IsValid(reply.Expected);

    private static bool RefusesCheck(TransactWriteOperation transaction, string reply) =>
        reply.Contains("Key attributes must be scalars", StringComparison.Ordinal)
        && transaction.Actions.Zip(LocalErrors.CodesOf(reply)).Any(action => action is
        {
            First: DeleteOperation { Condition: not null, ReturnValues: ReturnValues.AllOld },
            Second: "ValidationError",
        });

    private static Explanation? ExplainContent(Divergence reply) => reply.Operation switch
    {
        UpdateOperation or TransactWriteOperation when reply.Expected.Contains(PathIsInvalid, StringComparison.Ordinal) => MissingPath,
        UpdateOperation { ReturnValues: ReturnValues.UpdatedOld or ReturnValues.UpdatedNew } update
            when update.Update!.Actions.Any(action => action.Path.Elements.Count > 1) => Branch,
        QueryOperation { Start: not null } when IsError(reply.Expected) => LocalErrors.StartKey,
        ScanOperation { IndexName: not null, Filter: not null } => Unprojected,
        QueryOperation { IndexName: not null, Limit: not null } query when EndsAtTableKey(query) && HasSomeOf(reply) => LostPages,
        QueryOperation { Limit: not null } when ItemsOf(reply.Expected) == ItemsOf(reply.Actual) => LastPage,
        not null when reply.Operation.ToString().Contains(nameof(SizeOperand), StringComparison.Ordinal) => Utf16,
        _ => null,
    };

    private static bool EndsAtTableKey(QueryOperation query) => query.KeyCondition.Terms.Any(term => term.AttributeName is "PK" or "SK"
        && (term.Operator == KeyOperator.Between || term.Operator == (query.Descending ? KeyOperator.GreaterThanOrEqual : KeyOperator.LessThanOrEqual)));

    private static bool HasSomeOf(Divergence reply) =>
        ItemsOf(reply.Expected) is [.., '}'] local && local.Length < ItemsOf(reply.Actual).Length
            && local[" items ".Length..].Split(" | ").All(item => reply.Actual.Contains(item, StringComparison.Ordinal));

    private static bool IsError(string reply) => ErrorText().IsMatch(reply);

    [GeneratedRegex(@"IndexCapacity \{ IndexName = (?<name>\w+), CapacityUnits = (?<units>[0-9.]+) \}", RegexOptions.None, 1000)]
    private static partial Regex IndexCapacityText();

    [GeneratedRegex(@"(?<=TableName = [^,]*, CapacityUnits = )[0-9.]+", RegexOptions.None, 1000)]
    private static partial Regex UnitsText();

    [GeneratedRegex(@"SizeBytes = \d+", RegexOptions.None, 1000)]
    private static partial Regex IndexSizeText();

    [GeneratedRegex("^[A-Za-z]+Exception: ", RegexOptions.None, 1000)]
    private static partial Regex ErrorText();

    [GeneratedRegex(@"ItemCollectionMetrics \{.*? SizeEstimateUpperGB = \d+ \}", RegexOptions.None, 1000)]
    private static partial Regex MetricsText();
}
