using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>Which image of the item the writes return. UPDATED_OLD and UPDATED_NEW show the named branches only.</summary>
public abstract class ReturnValuesSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task Put_returns_the_old_item()
    {
        Item old = [("PK", Unique()), ("A", 1)];
        Assert.Null(await PutAndReturn(old, ReturnValues.AllOld));
        Assert.Equal(old, await PutAndReturn([("PK", Unique()), ("B", 2)], ReturnValues.AllOld));
        Assert.Null(await PutAndReturn(old, ReturnValues.None));
    }

    [Fact]
    public async Task Delete_returns_the_old_item()
    {
        Item old = [("PK", Unique()), ("A", 1)];
        await Put(HashOnly, old);
        DeleteItemRequest request = new() { TableName = HashOnly.Name, Key = Key.Of(Unique()), ReturnValues = ReturnValues.AllOld };
        Assert.Equal(old, Decode((await Backend.DeleteItemAsync(request)).Attributes));
        Assert.Null(Decode((await Backend.DeleteItemAsync(request)).Attributes));
    }

    [Fact]
    public Task None_returns_nothing() => Returns(null, ReturnValues.None, [("A", 1)], Set("A", 2));

    [Fact]
    public Task All_old_returns_the_whole_old_item() => Returns([("A", 1), ("B", 2)], ReturnValues.AllOld, [("A", 1), ("B", 2)], Set("A", 2));

    [Fact]
    public Task All_new_returns_the_whole_new_item() => Returns([("A", 3), ("B", 2)], ReturnValues.AllNew, [("A", 1), ("B", 2)], Set("A", 3));

    [Fact]
    public Task Updated_old_returns_what_the_named_attributes_were() =>
        Returns([("A", 1), ("B", 2)], ReturnValues.UpdatedOld, [("A", 1), ("B", 2), ("C", 3)], Set("A", 3), Remove("B"), Set("New", 4));

    [Fact]
    public Task Updated_new_returns_what_the_named_attributes_are() =>
        Returns([("A", 3), ("New", 4)], ReturnValues.UpdatedNew, [("A", 1), ("B", 2), ("C", 3)], Set("A", 3), Remove("B"), Set("New", 4));

    [Fact]
    public Task Writing_the_same_value_counts_as_updated() => Returns([("A", 1)], ReturnValues.UpdatedNew, [("A", 1)], Set("A", 1));

    [Fact]
    public virtual Task Updated_old_returns_only_the_branch_of_a_nested_path() => Returns(
        [("M", AttributeValue.Map([("x", 1)])), ("L", Numbers(11))],
        ReturnValues.UpdatedOld,
        [("M", AttributeValue.Map([("x", 1), ("y", 2)])), ("L", Numbers(10, 11, 12))],
        Set(At("M", "x"), 5),
        Set(At("L", 1), 6));

    [Fact]
    public virtual Task Updated_new_returns_only_the_branch_of_a_nested_path() => Returns(
        [("M", AttributeValue.Map([("x", 5)])), ("L", Numbers(6))],
        ReturnValues.UpdatedNew,
        [("M", AttributeValue.Map([("x", 1), ("y", 2)])), ("L", Numbers(10, 11, 12))],
        Set(At("M", "x"), 5),
        Set(At("L", 1), 6));

    // AWS reads the path from the new item, where another element has moved to the position of the removed one
    [Fact]
    public virtual Task Updated_new_of_a_removed_element_returns_what_moved_there() =>
        Returns([("L", Numbers(12))], ReturnValues.UpdatedNew, [("L", Numbers(10, 11, 12))], Remove(At("L", 1)));

    // AWS: the element was appended at a lower position than the path names
    [Fact]
    public virtual Task Updated_new_of_an_element_past_the_end_returns_nothing() =>
        Returns(null, ReturnValues.UpdatedNew, [("L", Numbers(10))], Set(At("L", 100), 1));

    [Fact]
    public Task Updated_new_returns_nothing_when_all_was_removed() => Returns(null, ReturnValues.UpdatedNew, [("A", 1)], Remove("A"));

    [Theory]
    [InlineData(ReturnValues.AllOld)]
    [InlineData(ReturnValues.UpdatedOld)]
    public async Task A_created_item_had_no_old_values(ReturnValues returnValues) =>
        Assert.Null(await UpdateAndReturn(Unique($"{returnValues}"), returnValues, Set("A", 1)));

    [Fact]
    public async Task All_new_returns_the_key_of_a_created_item_too() =>
        Assert.Equal([("PK", Unique()), ("A", 1)], await UpdateAndReturn(Unique(), ReturnValues.AllNew, Set("A", 1)));

    [Fact]
    public async Task Updated_new_never_returns_the_key() =>
        Assert.Equal([("A", 1)], await UpdateAndReturn(Unique(), ReturnValues.UpdatedNew, Set("A", 1)));

    // AWS creates nothing for a pure REMOVE
    [Fact]
    public virtual async Task All_new_returns_nothing_when_nothing_was_created() =>
        Assert.Null(await UpdateAndReturn(Unique(), ReturnValues.AllNew, Remove("A")));

    [Fact]
    public async Task A_failed_condition_returns_the_item_that_failed_it()
    {
        Item item = [("PK", Unique()), ("A", 1)];
        await Put(HashOnly, item);
        StorageException error = await Fails(
            StorageErrorCode.ConditionalCheckFailedException,
            "The conditional request failed",
            () => Backend.PutItemAsync(new PutItemRequest
            {
                TableName = HashOnly.Name,
                Item = Encode(item),
                Condition = new AttributeNotExists("PK"),
                ReturnItemOnConditionCheckFailure = true,
            }));
        Assert.Equal(item, Decode(error.Item));
    }

    [Fact]
    public async Task A_failed_condition_on_a_missing_item_returns_none()
    {
        StorageException error = await Fails(
            StorageErrorCode.ConditionalCheckFailedException,
            "The conditional request failed",
            () => Backend.UpdateItemAsync(new UpdateItemRequest
            {
                TableName = HashOnly.Name,
                Key = Key.Of(Unique()),
                Update = new UpdateExpression([Set("A", 1)]),
                Condition = new AttributeExists("PK"),
                ReturnItemOnConditionCheckFailure = true,
            }));
        Assert.Null(Decode(error.Item));
    }

    [Fact]
    public async Task A_failed_condition_returns_nothing_unasked()
    {
        await Put(HashOnly, [("PK", Unique())]);
        StorageException error = await Fails(
            StorageErrorCode.ConditionalCheckFailedException,
            "The conditional request failed",
            () =>
                Backend.DeleteItemAsync(new DeleteItemRequest { TableName = HashOnly.Name, Key = Key.Of(Unique()), Condition = new AttributeNotExists("PK") }));
        Assert.Null(Decode(error.Item));
    }

    private async Task Returns(Item? expected, ReturnValues returnValues, Item attributes, params UpdateAction[] actions)
    {
        string partition = Unique(test: TestContext.Current.TestMethod!.MethodName);
        await Put(HashOnly, attributes.With("PK", partition));
        Item? image = await UpdateAndReturn(partition, returnValues, actions);
        Assert.Equal(expected, image?.Without("PK"));
    }

    private async Task<Item?> UpdateAndReturn(string partition, ReturnValues returnValues, params UpdateAction[] actions) =>
        Decode((await Backend.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = HashOnly.Name,
            Key = Key.Of(partition),
            Update = new UpdateExpression([.. actions]),
            ReturnValues = returnValues,
        })).Attributes);

    private async Task<Item?> PutAndReturn(Item item, ReturnValues returnValues) =>
        Decode((await Backend.PutItemAsync(new PutItemRequest { TableName = HashOnly.Name, Item = Encode(item), ReturnValues = returnValues })).Attributes);
}
