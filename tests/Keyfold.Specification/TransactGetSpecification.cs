using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;

namespace Keyfold.Specification;

/// <summary>TransactGetItems.</summary>
public abstract class TransactGetSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task Items_come_in_the_order_of_the_request_and_missing_ones_are_empty()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "a"), ("A", 1), ("B", 2)], [("PK", Unique()), ("SK", "b")]);
        await Put(HashOnly, [("PK", Unique())]);
        TransactGetItemsResponse response = await Read(
            new TransactGet(Plain.Name, Key.Of(Unique(), "b")),
            new TransactGet(HashOnly.Name, Key.Of(Unique())),
            new TransactGet(Plain.Name, Key.Of(Unique(), "missing")),
            new TransactGet(Plain.Name, Key.Of(Unique(), "a"), new ProjectionExpression(["B"])));
        Assert.Equal<Item?>([[("PK", Unique()), ("SK", "b")], [("PK", Unique())], null, [("B", 2)]], response.Items.Select(Decode));
    }

    [Fact]
    public Task A_key_twice_is_refused() => Refuses(
        "Transaction request cannot include multiple operations on one item",
        () => Read(new TransactGet(HashOnly.Name, Key.Of(Unique())), new TransactGet(HashOnly.Name, Key.Of(Unique()))));

    [Fact]
    public Task A_read_of_nothing_is_refused() =>
        Refuses("'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1", () => Read());

    [Fact]
    public async Task A_transaction_reads_100_items_at_most()
    {
        TransactGet[] gets = [.. Enumerable.Range(0, 101).Select(n => new TransactGet(NumberSort.Name, Key.Of(Unique(), n)))];
        await Refuses("Member must have length less than or equal to 100", () => Read(gets));
        Assert.Equal(100, (await Read(gets[1..])).Items.Count);
    }

    [Fact]
    public virtual async Task A_transaction_reads_4_MB_at_most()
    {
        for (int n = 0; n < 11; n++)
        {
            await Put(NumberSort, [("PK", Unique()), ("SK", n), ("T", new string('x', 400_000))]);
        }

        TransactGet[] gets = [.. Enumerable.Range(0, 11).Select(n => new TransactGet(NumberSort.Name, Key.Of(Unique(), n)))];
        Assert.Equal(10, (await Read(gets[1..])).Items.Count);
        await Refuses("Transaction payload size cannot exceed 4MB.", () => Read(gets));
    }

    [Fact]
    public virtual async Task A_key_of_another_schema_cancels_the_transaction()
    {
        StorageException error = await Fails(
            StorageErrorCode.TransactionCanceledException,
            "Transaction cancelled, please refer cancellation reasons for specific reasons [None, ValidationError]",
            () => Read(new TransactGet(HashOnly.Name, Key.Of(Unique())), new TransactGet(Plain.Name, Key.Of(Unique()))));
        Assert.Equal(
            [CancellationReason.None, new CancellationReason(CancellationCode.ValidationError, "The provided key element does not match the schema")],
            error.CancellationReasons);
    }

    [Fact]
    public Task An_unknown_table_is_not_found() => Fails(
        StorageErrorCode.ResourceNotFoundException,
        "Requested resource not found",
        () => Read(new TransactGet("spec.no-such-table", Key.Of("a"))));

    private ValueTask<TransactGetItemsResponse> Read(params TransactGet[] gets) =>
        Backend.TransactGetItemsAsync(new TransactGetItemsRequest { Gets = gets });
}
