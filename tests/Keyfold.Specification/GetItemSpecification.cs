using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;

namespace Keyfold.Specification;

/// <summary>GetItem.</summary>
public abstract class GetItemSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task An_item_comes_back_as_it_was_put()
    {
        Item item = [("PK", Unique()), ("SK", "a"), ("Total", 12), ("Open", true)];
        await Put(Plain, item);
        Assert.Equal(item, await Get(Plain, Key.Of(Unique(), "a")));
    }

    [Fact]
    public async Task A_missing_item_is_empty()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "a")]);
        Assert.Null(await Get(Plain, Key.Of(Unique(), "b")));
    }

    [Fact]
    public async Task Both_consistencies_read_what_was_written()
    {
        Item item = [("PK", Unique())];
        await Put(HashOnly, item);
        GetItemResponse response = await Backend.GetItemAsync(new GetItemRequest { TableName = HashOnly.Name, Key = Key.Of(Unique()), ConsistentRead = false });
        Assert.Equal(item, Decode(response.Item));
    }

    [Fact]
    public async Task Number_keys_are_equal_by_value()
    {
        Item item = [("PK", 150), ("Test", Unique())];
        await Put(NumberHash, item);
        Number.TryParse("1.50e2", out Number sameNumber);
        Assert.Equal(item, await Get(NumberHash, Key.Of(sameNumber)));
    }

    [Fact]
    public async Task Binary_keys_are_equal_by_bytes()
    {
        Item item = [("PK", AttributeValue.Binary(new byte[] { 0, 255, 1 })), ("Test", Unique())];
        await Put(BinaryHash, item);
        Assert.Equal(item, await Get(BinaryHash, Key.Of(AttributeValue.Binary(new byte[] { 0, 255, 1 }))));
        Assert.Null(await Get(BinaryHash, Key.Of(AttributeValue.Binary(new byte[] { 0, 255 }))));
    }

    [Fact]
    public Task A_key_without_its_sort_key_is_refused() =>
        Refuses("The provided key element does not match the schema", () => Read(Plain.Name, Key.Of(Unique())));

    [Fact]
    public Task A_key_with_a_sort_key_too_many_is_refused() =>
        Refuses("The provided key element does not match the schema", () => Read(HashOnly.Name, Key.Of(Unique(), "a")));

    [Fact]
    public Task A_key_of_another_type_is_refused() =>
        Refuses("The provided key element does not match the schema", () => Read(Plain.Name, Key.Of(Unique(), 1)));

    [Fact]
    public Task An_empty_key_is_refused() =>
        Refuses("The AttributeValue for a key attribute cannot contain an empty string value. Key: SK", () => Read(Plain.Name, Key.Of(Unique(), "")));

    [Fact]
    public Task An_empty_binary_key_is_refused() =>
        Refuses("cannot contain an empty binary value. Key: PK", () => Read(BinaryHash.Name, Key.Of(AttributeValue.Binary(default))));

    [Fact]
    public Task A_partition_key_over_2048_bytes_is_refused() =>
        Refuses("Size of hashkey has exceeded the maximum size limit of2048 bytes", () => Read(HashOnly.Name, Key.Of(new string('x', 2049))));

    [Fact]
    public Task A_sort_key_over_1024_bytes_is_refused() =>
        Refuses("Aggregated size of all range keys has exceeded the size limit of 1024 bytes", () => Read(Plain.Name, Key.Of(Unique(), new string('é', 513))));

    [Fact]
    public Task An_unknown_table_is_not_found() =>
        Fails(StorageErrorCode.ResourceNotFoundException, "Requested resource not found", () => Read("spec.no-such-table", Key.Of("x")));

    private ValueTask<GetItemResponse> Read(string tableName, ItemKey key) =>
        Backend.GetItemAsync(new GetItemRequest { TableName = tableName, Key = key });
}
