using Keyfold.Expressions;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>Client request tokens of TransactWriteItems: see "Idempotency" in "Managing complex workflows with transactions" of the developer guide.</summary>
public abstract class IdempotencySpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task The_same_call_again_has_no_effect()
    {
        await Count(1);
        await Count(1);
        Assert.Equal([("PK", Partition), ("N", 1)], await Get(HashOnly, Key.Of(Partition)));
    }

    [Fact]
    public async Task Another_token_is_another_call()
    {
        await Count(1);
        await Count(1, token: Fixture.Run + "another");
        Assert.Equal([("PK", Partition), ("N", 2)], await Get(HashOnly, Key.Of(Partition)));
    }

    [Fact]
    public async Task Without_a_token_every_call_counts()
    {
        await Count(1, token: null);
        await Count(1, token: null);
        Assert.Equal([("PK", Partition), ("N", 2)], await Get(HashOnly, Key.Of(Partition)));
    }

    [Fact]
    public async Task Other_actions_under_the_same_token_are_refused()
    {
        await Count(1);
        await Fails(StorageErrorCode.IdempotentParameterMismatchException, "", async () => await Count(2));
        Assert.Equal([("PK", Partition), ("N", 1)], await Get(HashOnly, Key.Of(Partition)));
    }

    [Fact]
    public async Task Another_condition_under_the_same_token_is_refused()
    {
        await Count(1);
        await Fails(StorageErrorCode.IdempotentParameterMismatchException, "", async () => await Count(1, new AttributeExists("PK")));
    }

    [Fact]
    public async Task A_cancelled_call_can_be_repeated()
    {
        AttributeExists guard = new("PK");
        await Fails(StorageErrorCode.TransactionCanceledException, "[ConditionalCheckFailed]", async () => await Count(1, guard));
        await Put(HashOnly, [("PK", Partition)]);
        await Count(1, guard);
        Assert.Equal([("PK", Partition), ("N", 1)], await Get(HashOnly, Key.Of(Partition)));
    }

    [Fact]
    public async Task A_token_is_remembered_for_ten_minutes()
    {
        await Count(1);
        Fixture.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromTicks(1));
        await Count(1);
        Assert.Equal(1, (await Get(HashOnly, Key.Of(Partition)))!["N"]);
        Fixture.Advance(TimeSpan.FromTicks(1));
        await Count(1);
        Assert.Equal(2, (await Get(HashOnly, Key.Of(Partition)))!["N"]);
    }

    // what a replay costs are reads, since it only looks at the items
    [Fact]
    public virtual async Task A_replay_consumes_read_capacity()
    {
        ConsumedCapacity first = Assert.Single((await Count(1)).ConsumedCapacity);
        Assert.Equal((2.0, null, 2.0), (first.CapacityUnits, first.ReadCapacityUnits, first.WriteCapacityUnits));
        ConsumedCapacity replay = Assert.Single((await Count(1)).ConsumedCapacity);
        Assert.Equal((2.0, 2.0, null), (replay.CapacityUnits, replay.ReadCapacityUnits, replay.WriteCapacityUnits));
    }

    [Theory]
    [InlineData("", "Member must have length greater than or equal to 1")]
    [InlineData("1234567890123456789012345678901234567", "Member must have length less than or equal to 36")]
    public virtual Task A_token_has_1_to_36_characters(string token, string words) => Refuses(words, async () => await Count(1, token: token));

    private string Partition => Unique(test: TestContext.Current.TestMethod!.MethodName);

    // a token has 36 characters at most
    private string Token => Fixture.Run + Partition[^28..];

    private ValueTask<TransactWriteItemsResponse> Count(int amount, Condition? condition = null) => Count(amount, condition, Token);

    private ValueTask<TransactWriteItemsResponse> Count(int amount, string? token) => Count(amount, null, token);

    private ValueTask<TransactWriteItemsResponse> Count(int amount, Condition? condition, string? token) =>
        Backend.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            Actions = [new TransactUpdate(HashOnly.Name, Key.Of(Partition), new UpdateExpression([Add("N", amount)])) { Condition = condition }],
            ClientRequestToken = token,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
}
