using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;

namespace Keyfold.Specification;

/// <summary>DeleteItem.</summary>
public abstract class DeleteItemSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task The_item_is_gone()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "a")], [("PK", Unique()), ("SK", "b")]);
        await Delete(Key.Of(Unique(), "a"));
        Assert.Null(await Get(Plain, Key.Of(Unique(), "a")));
        Assert.NotNull(await Get(Plain, Key.Of(Unique(), "b")));
    }

    [Fact]
    public async Task A_missing_item_is_no_error()
    {
        DeleteItemResponse response = await Delete(Key.Of(Unique(), "a"));
        Assert.Null(Decode(response.Attributes));
    }

    [Fact]
    public async Task A_condition_on_a_missing_item_sees_no_attributes()
    {
        await Fails(
            StorageErrorCode.ConditionalCheckFailedException,
            "The conditional request failed",
            () => Delete(Key.Of(Unique(), "a"), new AttributeExists("PK")));
        await Delete(Key.Of(Unique(), "a"), new AttributeNotExists("PK"));
    }

    [Fact]
    public async Task A_failed_condition_leaves_the_item()
    {
        Item item = [("PK", Unique()), ("SK", "a"), ("N", 1)];
        await Put(Plain, item);
        await Fails(
            StorageErrorCode.ConditionalCheckFailedException,
            "The conditional request failed",
            () => Delete(Key.Of(Unique(), "a"), new Comparison(new PathOperand("N"), ComparisonOperator.Equal, new ValueOperand(2))));
        Assert.Equal(item, await Get(Plain, Key.Of(Unique(), "a")));
    }

    [Fact]
    public async Task An_item_can_be_put_again_after_it_was_deleted()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "a"), ("Old", 1)]);
        await Delete(Key.Of(Unique(), "a"));
        await Put(Plain, [("PK", Unique()), ("SK", "a")]);
        Assert.Equal([("PK", Unique()), ("SK", "a")], await Get(Plain, Key.Of(Unique(), "a")));
    }

    [Fact]
    public Task A_key_that_does_not_match_the_schema_is_refused() =>
        Refuses("The provided key element does not match the schema", () => Delete(Key.Of(Unique())));

    [Fact]
    public Task An_empty_key_is_refused() =>
        Refuses("The AttributeValue for a key attribute cannot contain an empty string value. Key: PK", () => Delete(Key.Of("", "a")));

    [Fact]
    public Task An_unknown_table_is_not_found() => Fails(
        StorageErrorCode.ResourceNotFoundException,
        "Requested resource not found",
        () => Backend.DeleteItemAsync(new DeleteItemRequest { TableName = "spec.no-such-table", Key = Key.Of("a") }));

    [Theory]
    [InlineData(ReturnValues.AllNew)]
    [InlineData(ReturnValues.UpdatedOld)]
    [InlineData(ReturnValues.UpdatedNew)]
    public Task Only_the_old_item_can_be_returned(ReturnValues returnValues) => Refuses(
        "ReturnValues can only be ALL_OLD or NONE",
        () => Backend.DeleteItemAsync(new DeleteItemRequest { TableName = HashOnly.Name, Key = Key.Of(Unique()), ReturnValues = returnValues }));

    private ValueTask<DeleteItemResponse> Delete(ItemKey key, Condition? condition = null) =>
        Backend.DeleteItemAsync(new DeleteItemRequest { TableName = Plain.Name, Key = key, Condition = condition });
}
