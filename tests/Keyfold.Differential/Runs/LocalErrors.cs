using System.Text.RegularExpressions;
using Keyfold.Differential.Aws;
using Keyfold.Differential.Requests;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Differential.Runs;

/// <summary>Requests that DynamoDB Local and the engine both refuse, with other words or for another mistake.</summary>
internal static partial class LocalErrors
{
    private const string NestedKeyPath = "Key attributes must be scalars";
    private const string PathIsInvalid = "The document path provided in the update expression is invalid";

    private static readonly Explanation Words = new("Local words the error otherwise", "Messages recorded from the service");

    private static readonly Explanation Order = new("Local looks for this mistake after another one", "Order of checks recorded from the service");

    private static readonly Explanation Evaluation = new("Of two things wrong with the item Local reports another one", "Not documented");

    private static readonly Explanation Reasons = new(
        "Local evaluates all actions of a refused transaction",
        "Amazon DynamoDB API reference, TransactionCanceledException: a validation error ends it");

    // what Amazon finds wrong before it looks at the item, and Local later
    private static readonly string[] NeedNoItem =
    [
        "Invalid ConditionExpression: ",
        "Invalid FilterExpression: ",
        "Invalid ProjectionExpression: ",
        "Invalid UpdateExpression: ",
        "Invalid KeyConditionExpression: ",
        NestedKeyPath,
        "ReturnValues can only be",
        "secondary index key",
        "does not project",
        "Consistent reads are not supported",
        "SPECIFIC_ATTRIBUTES",
        "Cannot specify the ProjectionExpression",
        "ALL_PROJECTED_ATTRIBUTES",
        "ALL_ATTRIBUTES",
        "Cannot update attribute",
        "Transaction request cannot include multiple operations on one item",
    ];

    // what an update finds wrong with the item
    private static readonly string[] NeedItem =
    [
        PathIsInvalid,
        "The provided expression refers to an attribute that does not exist in the item",
        "An operand in the update expression has an incorrect data type",
        "Number overflow",
        "precision up to 38 digits",
        "Item size to update has exceeded",
    ];

    // of several keys or parts of one, either may be reported
    private static readonly string[] AreOfKeys =
    [
        "The provided key element does not match the schema",
        "The number of conditions on the keys is invalid",
        "Type mismatch for key",
        "Type mismatch for Index Key",
        "Hash primary key values must be under 2048 bytes",
        "One of the required keys was not given a value",
        "Size limit exceeded",
        "empty string value",
        "empty binary value",
        "Size of hashkey has exceeded",
        "Aggregated size of all range keys has exceeded",
        "Invalid attribute value type",
        "Missing the key",
        "Condition parameter type does not match",
        "starting key",
        "Exclusive Start Key",
        "Provided list of item keys contains duplicates",
        "The query can return at most one row and cannot be restarted",
        "Type mismatch for attribute",
    ];

    /// <summary>A partition key value that is too long for any item is no mistake to Local, so that it finds the next one or nothing at all.</summary>
    public static Explanation LongKey { get; } = new("Local looks for a key that no item can have", "Amazon DynamoDB API reference, Query: the key's limits");

    /// <summary>Local refuses some starting keys that a query may go on from, and goes on from some others.</summary>
    public static Explanation StartKey { get; } = new("Local judges starting keys otherwise", "Amazon DynamoDB API reference, ExclusiveStartKey");

    /// <summary>Why Local's error may be another one than the engine's, or null.</summary>
    public static Explanation? Explain(Divergence reply)
    {
        string local = Reword(reply.Expected);
        string actual = Unordered(reply.Actual);
        return string.Equals(local, actual, StringComparison.Ordinal) ? Words
            : Speaks(NeedNoItem, reply.Actual) ? Order
            : LocalTexts.Says(MessageOf(reply.Actual), reply.Expected) ? Words
            : Speaks(NeedItem, reply.Actual) && Speaks(NeedItem, local) ? Evaluation
            : Speaks(AreOfKeys, reply.Actual) && Speaks(AreOfKeys, local) ? Order
            : IsOfKeys(reply.Actual) && local.Contains(NestedKeyPath, StringComparison.Ordinal) ? Order
            : reply.Operation is QueryOperation && IsLongKey(reply.Actual) ? LongKey
            : reply.Operation is QueryOperation query && StartsAtBound(query)
                && local.Contains("does not match the range key predicate", StringComparison.Ordinal) ? StartKey
            : reply.Operation is TransactWriteOperation or TransactGetOperation && CodesOf(reply.Actual).Contains("ValidationError") ? Reasons
            : reply.Operation is TransactWriteOperation transaction
                && local.Contains(PathIsInvalid, StringComparison.Ordinal) && RemovesNested(transaction) ? Reasons
            : null;
    }

    // Local looks at the paths of projection and filter before it looks at keys and key conditions
    private static bool IsOfKeys(string reply) =>
        Speaks(AreOfKeys, reply) || reply.Contains("Query condition missed key schema element", StringComparison.Ordinal);

    /// <summary>Whether a reply is about a partition key value that is too long.</summary>
    public static bool IsLongKey(string reply) => reply.Contains("Size of hashkey has exceeded", StringComparison.Ordinal);

    /// <summary>The codes in the message of a cancelled transaction, one for each action.</summary>
    public static string[] CodesOf(string reply) => CodesText().Match(reply).Groups["codes"].Value.Split(", ");

    // the end of a range is in it, but Local lets no query go on from the one it has come to
    private static bool StartsAtBound(QueryOperation query) => query.Start is { } start && query.KeyCondition.Terms.Any(term =>
        term.Operator != KeyOperator.Equal && start.TryGet(term.AttributeName, out AttributeValue value)
            && (value.Equals(term.Value) || value.Equals(term.Upper)));

    // to remove what is nested in nothing is no mistake, but Local refuses it even where a condition has failed
    private static bool RemovesNested(TransactWriteOperation transaction) => transaction.Actions
        .OfType<UpdateOperation>().SelectMany(update => update.Update!.Actions).Any(action => action is RemoveAction { Path.IsTopLevel: false });

    private static bool Speaks(string[] texts, string reply) => Array.Exists(texts, text => reply.Contains(text, StringComparison.Ordinal));

    private static string MessageOf(string reply) => reply[(reply.IndexOf(": ", StringComparison.Ordinal) + 2)..];

    // Local adds a detail to one message, a full stop to another, and leaves a third one to the client
    private static string Reword(string reply) => Unordered(TokenText().Replace(
        TypeSetText().Replace(reply, "").Replace("The conditional request failed. ", "The conditional request failed ", StringComparison.Ordinal),
        "The request uses the same client token as a previous, but non-identical request."));

    // values of the item appear as the base64 of one or the other; a set of attributes has no order
    private static string Unordered(string reply) => AttributesText().Replace(
        BinaryText().Replace(reply, "{B}"), match => string.Join(", ", match.Value.Split(", ").Order(StringComparer.Ordinal)));

    [GeneratedRegex(", typeSet: ALLOWED_FOR_(?:ADD|DELETE)_OPERAND", RegexOptions.None, 1000)]
    private static partial Regex TypeSetText();

    [GeneratedRegex(@"The service returned an error with Error Code IdempotentParameterMismatchException and HTTP Body: \{.*?\}", RegexOptions.None, 1000)]
    private static partial Regex TokenText();

    [GeneratedRegex(@"(?<=does not project one or more filter attributes: \[)[^\]]*", RegexOptions.None, 1000)]
    private static partial Regex AttributesText();

    [GeneratedRegex(@"(?<=specific reasons \[)(?<codes>[A-Za-z, ]*)", RegexOptions.None, 1000)]
    private static partial Regex CodesText();

    [GeneratedRegex(@"\{B:[^}]*\}", RegexOptions.None, 1000)]
    private static partial Regex BinaryText();
}
