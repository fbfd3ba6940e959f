using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>TransactWriteItems: all or nothing, and why nothing.</summary>
public abstract class TransactWriteSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task All_actions_are_done()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "update"), ("N", 1)], [("PK", Unique()), ("SK", "delete")]);
        await Put(HashOnly, [("PK", Unique()), ("Guard", true)]);
        await Transact(
            new TransactPut(Plain.Name, Encode([("PK", Unique()), ("SK", "put")])) { Condition = new AttributeNotExists("PK") },
            new TransactUpdate(Plain.Name, Key.Of(Unique(), "update"), new UpdateExpression([Add("N", 1)])) { Condition = IsEqual("N", 1) },
            new TransactDelete(Plain.Name, Key.Of(Unique(), "delete")) { Condition = new AttributeExists("PK") },
            new TransactConditionCheck(HashOnly.Name, Key.Of(Unique())) { Condition = IsEqual("Guard", true) });
        Assert.Equal(
            [[("PK", Unique()), ("SK", "put")], [("PK", Unique()), ("SK", "update"), ("N", 2)]],
            await Query(new QueryRequest { TableName = Plain.Name, KeyCondition = KeyCondition.Partition("PK", Unique()) }));
        Assert.Equal([("PK", Unique()), ("Guard", true)], await Get(HashOnly, Key.Of(Unique())));
    }

    [Fact]
    public async Task A_transaction_keeps_the_indexes_up()
    {
        await Put(Indexed, [("PK", Unique()), ("SK", "a"), ("L", "1"), ("Mark", Unique())]);
        await Transact(
            new TransactUpdate(Indexed.Name, Key.Of(Unique(), "a"), new UpdateExpression([Remove("Mark"), Set("L", "2")])),
            new TransactPut(Indexed.Name, Encode([("PK", Unique()), ("SK", "b"), ("L", "1"), ("Mark", Unique())])));
        QueryRequest byMark = new() { TableName = Indexed.Name, IndexName = "ByMark", KeyCondition = KeyCondition.Partition("Mark", Unique()) };
        Assert.Equal(["b"], (await Query(byMark)).Select(item => item["SK"]));
        QueryRequest byLocal = new() { TableName = Indexed.Name, IndexName = "ByLocal", KeyCondition = KeyCondition.Partition("PK", Unique()) };
        Assert.Equal(["b", "a"], (await Query(byLocal)).Select(item => item["SK"]));
    }

    [Fact]
    public async Task A_failed_condition_undoes_all_and_every_failure_is_reported()
    {
        Item guard = [("PK", Unique()), ("SK", "guard"), ("N", 1)];
        await Put(Plain, guard);
        StorageException error = await Cancelled(
            "[None, ConditionalCheckFailed, ConditionalCheckFailed]",
            new TransactPut(Plain.Name, Encode([("PK", Unique()), ("SK", "put")])),
            new TransactConditionCheck(Plain.Name, Key.Of(Unique(), "guard")) { Condition = IsEqual("N", 2) },
            new TransactDelete(Plain.Name, Key.Of(Unique(), "missing")) { Condition = new AttributeExists("PK") });
        Assert.Equal(
            [CancellationCode.None, CancellationCode.ConditionalCheckFailed, CancellationCode.ConditionalCheckFailed], error.CancellationReasons.Select(reason => reason.Code));
        Assert.Null(error.CancellationReasons[0].Message);
        Assert.StartsWith("The conditional request failed", error.CancellationReasons[1].Message, StringComparison.Ordinal);
        Assert.Null(await Get(Plain, Key.Of(Unique(), "put")));
        Assert.Equal(guard, await Get(Plain, Key.Of(Unique(), "guard")));
    }

    [Fact]
    public async Task A_failed_condition_reports_its_item_if_asked_to()
    {
        Item guard = [("PK", Unique()), ("SK", "guard"), ("N", 1)];
        await Put(Plain, guard);
        StorageException error = await Cancelled(
            "[ConditionalCheckFailed, ConditionalCheckFailed, ConditionalCheckFailed]",
            new TransactUpdate(Plain.Name, Key.Of(Unique(), "guard"), new UpdateExpression([Set("N", 2)])) { Condition = IsEqual("N", 2), ReturnItemOnConditionCheckFailure = true },
            new TransactDelete(Plain.Name, Key.Of(Unique(), "missing")) { Condition = new AttributeExists("PK"), ReturnItemOnConditionCheckFailure = true },
            new TransactConditionCheck(Plain.Name, Key.Of(Unique(), "other")) { Condition = new AttributeExists("PK") });
        Assert.Equal([guard, null, null], error.CancellationReasons.Select(reason => Decode(reason.Item)));
    }

    /// <summary>Actions that are wrong by themselves, and the telling words of the reason.</summary>
    public static TheoryData<string, string> WrongActions { get; } = new()
    {
        { "put without key", "Missing the key SK in the item" },
        { "put with an empty key", "cannot contain an empty string value. Key: SK" },
        { "put with a wrong index key", "Type mismatch for Index Key L Expected: S Actual: N IndexName: ByLocal" },
        { "delete with a key of another schema", "The provided key element does not match the schema" },
        { "update of the key", "Cannot update attribute SK. This attribute is part of the key" },
        { "update with a wrong operand", "An operand in the update expression has an incorrect data type" },
        { "update of a missing operand", "The provided expression refers to an attribute that does not exist in the item" },
        { "update of an invalid path", "The document path provided in the update expression is invalid for update" },
        { "update to a wrong index key", "The update expression attempted to update the secondary index key to unsupported type" },
        { "update beyond the size", "Item size to update has exceeded the maximum allowed size" },
    };

    // one wrong action is reported alone: AWS stops evaluating, so that the others have no reason
    [Theory]
    [MemberData(nameof(WrongActions))]
    public virtual async Task A_wrong_action_cancels_the_transaction(string what, string words)
    {
        await Put(Indexed, [("PK", Unique(what)), ("SK", "a"), ("N", 1)]);
        TransactWriteAction Update(UpdateAction action) =>
            new TransactUpdate(Indexed.Name, Key.Of(Unique(what, nameof(A_wrong_action_cancels_the_transaction)), "a"), new UpdateExpression([action]));
        TransactWriteAction wrong = what switch
        {
            "put without key" => new TransactPut(Indexed.Name, Encode([("PK", Unique(what))])),
            "put with an empty key" => new TransactPut(Indexed.Name, Encode([("PK", Unique(what)), ("SK", "")])),
            "put with a wrong index key" => new TransactPut(Indexed.Name, Encode([("PK", Unique(what)), ("SK", "a"), ("L", 1)])),
            "delete with a key of another schema" => new TransactDelete(Indexed.Name, Key.Of(Unique(what))),
            "update of the key" => Update(Set("SK", "b")),
            "update with a wrong operand" => Update(Add("N", AttributeValue.StringSet("a"))),
            "update of a missing operand" => Update(Set("N", Old("Missing"))),
            "update of an invalid path" => Update(Set(At("N", "x"), 1)),
            "update to a wrong index key" => Update(Set("L", 1)),
            _ => Update(Set("T", new string('x', 410_000))),
        };
        StorageException error = await Cancelled(
            "[None, ValidationError]", new TransactPut(Indexed.Name, Encode([("PK", Unique(what)), ("SK", "b")])), wrong);
        Assert.Equal([CancellationCode.None, CancellationCode.ValidationError], error.CancellationReasons.Select(reason => reason.Code));
        Assert.True(Fixture.Says(words, error.CancellationReasons[1].Message!), error.CancellationReasons[1].Message);
        Assert.Null(await Get(Indexed, Key.Of(Unique(what), "b")));
        Assert.Equal([("PK", Unique(what)), ("SK", "a"), ("N", 1)], await Get(Indexed, Key.Of(Unique(what), "a")));
    }

    [Fact]
    public Task Two_writes_of_one_item_are_refused() => Refuses(
        "Transaction request cannot include multiple operations on one item",
        () => Transact(new TransactPut(Plain.Name, Encode([("PK", Unique()), ("SK", "a")])), new TransactDelete(Plain.Name, Key.Of(Unique(), "a"))));

    [Fact]
    public virtual Task A_write_and_a_check_of_one_item_are_refused() => Refuses(
        "Transaction request cannot include multiple operations on one item",
        () => Transact(
            new TransactPut(Plain.Name, Encode([("PK", Unique()), ("SK", "a")])),
            new TransactConditionCheck(Plain.Name, Key.Of(Unique(), "a")) { Condition = new AttributeNotExists("PK") }));

    [Fact]
    public Task A_transaction_without_actions_is_refused() =>
        Refuses("'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1", () => Transact());

    [Fact]
    public async Task A_transaction_has_100_actions_at_most()
    {
        TransactWriteAction[] actions = [.. Enumerable.Range(0, 101).Select(n => new TransactPut(NumberSort.Name, Encode([("PK", Unique()), ("SK", n)])))];
        await Refuses("Member must have length less than or equal to 100", () => Transact(actions));
        Assert.Null(await Get(NumberSort, Key.Of(Unique(), 0)));
        await Transact(actions[..100]);
        Assert.NotNull(await Get(NumberSort, Key.Of(Unique(), 99)));
    }

    [Fact]
    public async Task A_transaction_has_4_MB_at_most()
    {
        TransactWriteAction[] actions = [.. Enumerable.Range(0, 11).Select(n => new TransactPut(NumberSort.Name, Encode([("PK", Unique()), ("SK", n), ("T", new string('x', 400_000))])))];
        await Refuses("Transaction payload size cannot exceed 4MB.", () => Transact(actions));
        Assert.Null(await Get(NumberSort, Key.Of(Unique(), 0)));
    }

    [Fact]
    public Task A_condition_check_needs_a_condition() => Refuses(
        "Value null at 'transactItems.2.member.conditionCheck.conditionExpression' failed to satisfy constraint: Member must not be null",
        () => Transact(
            new TransactDelete(Plain.Name, Key.Of(Unique(), "a")),
            new TransactConditionCheck(Plain.Name, Key.Of(Unique(), "b"))));

    [Fact]
    public async Task An_unknown_table_fails_the_whole_call()
    {
        await Fails(
            StorageErrorCode.ResourceNotFoundException,
            "Requested resource not found",
            () => Transact(new TransactPut(HashOnly.Name, Encode([("PK", Unique())])), new TransactDelete("spec.no-such-table", Key.Of("a"))));
        Assert.Null(await Get(HashOnly, Key.Of(Unique())));
    }

    // what is wrong with the text of an expression is no reason of a cancellation
    [Fact]
    public Task A_wrong_expression_fails_the_whole_call() => Refuses(
        "Invalid UpdateExpression: Two document paths overlap with each other",
        () => Transact(new TransactUpdate(HashOnly.Name, Key.Of(Unique()), new UpdateExpression([Set("A", 1), Remove("A")]))));

    private ValueTask<TransactWriteItemsResponse> Transact(params TransactWriteAction[] actions) =>
        Backend.TransactWriteItemsAsync(new TransactWriteItemsRequest { Actions = actions });

    private Task<StorageException> Cancelled(string reasons, params TransactWriteAction[] actions) => Fails(
        StorageErrorCode.TransactionCanceledException,
        $"Transaction cancelled, please refer cancellation reasons for specific reasons {reasons}",
        () => Transact(actions));
}
