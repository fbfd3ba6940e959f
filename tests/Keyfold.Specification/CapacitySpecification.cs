using System.Text;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>
/// The capacity units that requests consume, by "DynamoDB read and write operations" of the developer guide: reads in steps of 4 KB
/// (half as much when eventually consistent), writes in steps of 1 KB of the larger image, indexes beside the table.
/// </summary>
public abstract class CapacitySpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Theory]
    [InlineData(100, true, 1)]
    [InlineData(4096, true, 1)]
    [InlineData(4097, true, 2)]
    [InlineData(4097, false, 1)]
    [InlineData(0, true, 1)]
    [InlineData(0, false, 0.5)]
    public async Task A_read_costs_a_unit_for_each_4_KB(int bytes, bool consistent, double units)
    {
        string partition = Unique($"{bytes}{consistent}");
        if (bytes > 0)
        {
            await Put(HashOnly, Sized(partition, bytes));
        }

        GetItemRequest request = new()
        {
            TableName = HashOnly.Name,
            Key = Key.Of(partition),
            ConsistentRead = consistent,
            Projection = new ProjectionExpression(["PK"]),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        };
        Assert.Equal(new ConsumedCapacity(HashOnly.Name, units), (await Backend.GetItemAsync(request)).ConsumedCapacity);
    }

    [Theory]
    [InlineData(1024, 1)]
    [InlineData(1025, 2)]
    public async Task A_put_costs_a_unit_for_each_KB(int bytes, double units) =>
        Assert.Equal(new ConsumedCapacity(HashOnly.Name, units), await PutCapacity(Sized(Unique($"{bytes}"), bytes)));

    // the size of every type, seen through the boundary of 1,024 bytes
    [Theory]
    [InlineData("string", 4)]
    [InlineData("number", 4)]
    [InlineData("negative number", 3)]
    [InlineData("large number", 2)]
    [InlineData("binary", 3)]
    [InlineData("Boolean", 1)]
    [InlineData("NULL", 1)]
    [InlineData("list", 5)]
    [InlineData("map", 6)]
    [InlineData("empty map", 3)]
    [InlineData("string set", 3)]
    [InlineData("number set", 7)]
    public async Task A_value_has_its_size(string type, int size)
    {
        AttributeValue value = type switch
        {
            "string" => "éa\0",
            "number" => 12345,
            "negative number" => -1,
            "large number" => 1_000_000_000,
            "binary" => AttributeValue.Binary(new byte[3]),
            "Boolean" => true,
            "NULL" => AttributeValue.Null,
            "list" => AttributeValue.List("a"),
            "map" => AttributeValue.Map([("a", "b")]),
            "empty map" => AttributeValue.Map(Item.Empty),
            "string set" => AttributeValue.StringSet("a", "bc"),
            _ => AttributeValue.NumberSet(1, 22, 333),
        };
        string partition = Unique(type);
        Item fits = Sized(partition, 1024 - "V".Length - size).With("V", value);
        Assert.Equal(1, (await PutCapacity(fits))!.CapacityUnits);
        Item oneMore = Sized(partition, 1025 - "V".Length - size).With("V", value);
        Assert.Equal(2, (await PutCapacity(oneMore))!.CapacityUnits);
    }

    [Fact]
    public async Task A_write_costs_the_larger_image()
    {
        await Put(HashOnly, Sized(Unique(), 3000));
        Assert.Equal(3, (await PutCapacity(Sized(Unique(), 10 + Unique().Length)))!.CapacityUnits);
        Assert.Equal(1, (await PutCapacity(Sized(Unique(), 10 + Unique().Length)))!.CapacityUnits);
        await Put(HashOnly, Sized(Unique(), 3000));
        UpdateItemResponse update = await Backend.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = HashOnly.Name,
            Key = Key.Of(Unique()),
            Update = new UpdateExpression([Remove("T")]),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        Assert.Equal(new ConsumedCapacity(HashOnly.Name, 3), update.ConsumedCapacity);
    }

    [Fact]
    public async Task A_delete_costs_the_old_image_and_one_unit_at_least()
    {
        await Put(HashOnly, Sized(Unique(), 3000));
        DeleteItemRequest request = new() { TableName = HashOnly.Name, Key = Key.Of(Unique()), ReturnConsumedCapacity = ReturnConsumedCapacity.Total };
        Assert.Equal(new ConsumedCapacity(HashOnly.Name, 3), (await Backend.DeleteItemAsync(request)).ConsumedCapacity);
        Assert.Equal(new ConsumedCapacity(HashOnly.Name, 1), (await Backend.DeleteItemAsync(request)).ConsumedCapacity);
    }

    [Fact]
    public async Task Nothing_is_reported_unasked() =>
        Assert.Null((await Backend.GetItemAsync(new GetItemRequest { TableName = HashOnly.Name, Key = Key.Of(Unique()) })).ConsumedCapacity);

    [Fact]
    public async Task Shares_are_reported_for_every_index_that_was_written()
    {
        PutItemResponse response = await Backend.PutItemAsync(new PutItemRequest
        {
            TableName = Indexed.Name,
            Item = Encode([("PK", Unique()), ("SK", "a"), ("L", "1"), ("Mark", Unique())]),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        });
        ConsumedCapacity expected = new(Indexed.Name, 5)
        {
            TableCapacityUnits = 1,
            LocalSecondaryIndexes = [new IndexCapacity("ByLocal", 1), new IndexCapacity("ByLocalInclude", 1), new IndexCapacity("ByLocalKeys", 1)],
            GlobalSecondaryIndexes = [new IndexCapacity("ByMark", 1)],
        };
        Assert.Equal(expected, Sorted(response.ConsumedCapacity!));
    }

    // a changed index key is a delete and an insert; an attribute that an index does not project costs nothing there
    [Theory]
    [InlineData("G", 1 + 2 + 2 + 2)]
    [InlineData("Kept", 1 + 1 + 1)]
    [InlineData("Lost", 1 + 1)]
    [InlineData("SameG", 1)]
    [InlineData("RemoveG", 1 + 1 + 1 + 1)]
    public async Task An_update_costs_what_it_changes_in_each_index(string change, double units)
    {
        string partition = Unique(change);
        await Put(Indexed, [("PK", partition), ("SK", "a"), ("G", partition), ("GS", 1), ("Kept", 1), ("Lost", 1)]);
        UpdateItemResponse response = await Backend.UpdateItemAsync(new UpdateItemRequest
        {
            TableName = Indexed.Name,
            Key = Key.Of(partition, "a"),
            Update = new UpdateExpression([change switch
            {
                "G" => Set("G", partition + " other"),
                "SameG" => Set("G", partition),
                "RemoveG" => Remove("G"),
                _ => Set(change, 2),
            }]),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        Assert.Equal(new ConsumedCapacity(Indexed.Name, units), response.ConsumedCapacity);
    }

    [Fact]
    public async Task A_query_is_rounded_once_for_the_page()
    {
        for (int n = 0; n < 5; n++)
        {
            await Put(NumberSort, [("PK", Unique()), ("SK", n), ("T", new string('x', 1000))]);
        }

        QueryRequest request = new()
        {
            TableName = NumberSort.Name,
            KeyCondition = KeyCondition.Partition("PK", Unique()),
            Filter = new AttributeNotExists("T"),
            Select = Select.Count,
            ConsistentRead = true,
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        };
        Assert.Equal(new ConsumedCapacity(NumberSort.Name, 2), (await Backend.QueryAsync(request)).ConsumedCapacity);
        Assert.Equal(new ConsumedCapacity(NumberSort.Name, 1), (await Backend.QueryAsync(request with { ConsistentRead = false })).ConsumedCapacity);
    }

    // AWS charges an empty page as the smallest read
    [Fact]
    public virtual async Task An_empty_query_costs_the_smallest_read()
    {
        QueryRequest request = new()
        {
            TableName = NumberSort.Name,
            KeyCondition = KeyCondition.Partition("PK", Unique()),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        };
        Assert.Equal(new ConsumedCapacity(NumberSort.Name, 0.5), (await Backend.QueryAsync(request)).ConsumedCapacity);
    }

    [Fact]
    public async Task A_query_of_an_index_costs_its_entries()
    {
        await Put(Indexed, [("PK", Unique()), ("SK", "a"), ("L", "1"), ("Lost", new string('x', 9000))]);
        QueryRequest request = new()
        {
            TableName = Indexed.Name,
            IndexName = "ByLocalKeys",
            KeyCondition = KeyCondition.Partition("PK", Unique()),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        };
        ConsumedCapacity expected = new(Indexed.Name, 0.5) { TableCapacityUnits = 0, LocalSecondaryIndexes = [new IndexCapacity("ByLocalKeys", 0.5)] };
        Assert.Equal(expected, (await Backend.QueryAsync(request)).ConsumedCapacity);
    }

    // each item that a local index fetches from the table is a read of its own
    [Fact]
    public async Task A_fetch_from_the_table_costs_a_read_for_each_item()
    {
        for (int n = 0; n < 3; n++)
        {
            await Put(Indexed, [("PK", Unique()), ("SK", $"{n}"), ("L", "1"), ("Lost", new string('x', 5000))]);
        }

        QueryRequest request = new()
        {
            TableName = Indexed.Name,
            IndexName = "ByLocalKeys",
            KeyCondition = KeyCondition.Partition("PK", Unique()),
            Projection = new ProjectionExpression(["Lost"]),
            ReturnConsumedCapacity = ReturnConsumedCapacity.Indexes,
        };
        ConsumedCapacity expected = new(Indexed.Name, 3.5) { TableCapacityUnits = 3, LocalSecondaryIndexes = [new IndexCapacity("ByLocalKeys", 0.5)] };
        Assert.Equal(expected, (await Backend.QueryAsync(request)).ConsumedCapacity);
    }

    [Fact]
    public virtual async Task A_batch_costs_what_its_parts_cost()
    {
        await Put(HashOnly, Sized(Unique(), 5000));
        BatchGetItemResponse read = await Backend.BatchGetItemAsync(new BatchGetItemRequest
        {
            Tables = [new BatchGetTable(HashOnly.Name, [Key.Of(Unique()), Key.Of(Unique("missing"))]), new BatchGetTable(Plain.Name, [Key.Of(Unique(), "a")])],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        Assert.Equal([new ConsumedCapacity(HashOnly.Name, 1.5), new ConsumedCapacity(Plain.Name, 0.5)], read.ConsumedCapacity);
        BatchWriteItemResponse written = await Backend.BatchWriteItemAsync(new BatchWriteItemRequest
        {
            Tables = [new BatchWriteTable(HashOnly.Name, [BatchWrite.Delete(Key.Of(Unique())), BatchWrite.Delete(Key.Of(Unique("missing")))])],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        Assert.Equal([new ConsumedCapacity(HashOnly.Name, 6)], written.ConsumedCapacity);
    }

    [Fact]
    public virtual async Task A_transaction_costs_twice_as_much()
    {
        await Put(HashOnly, Sized(Unique(), 3000));
        TransactWriteItemsResponse written = await Backend.TransactWriteItemsAsync(new TransactWriteItemsRequest
        {
            Actions =
            [
                new TransactConditionCheck(HashOnly.Name, Key.Of(Unique())) { Condition = new AttributeExists("PK") },
                new TransactPut(HashOnly.Name, Encode(Sized(Unique("put"), 1025))),
                new TransactDelete(Plain.Name, Key.Of(Unique(), "missing")),
            ],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        Assert.Equal(
            [new ConsumedCapacity(HashOnly.Name, 10) { WriteCapacityUnits = 10 }, new ConsumedCapacity(Plain.Name, 2) { WriteCapacityUnits = 2 }],
            written.ConsumedCapacity);
        TransactGetItemsResponse read = await Backend.TransactGetItemsAsync(new TransactGetItemsRequest
        {
            Gets = [new TransactGet(HashOnly.Name, Key.Of(Unique())), new TransactGet(HashOnly.Name, Key.Of(Unique("missing")))],
            ReturnConsumedCapacity = ReturnConsumedCapacity.Total,
        });
        Assert.Equal([new ConsumedCapacity(HashOnly.Name, 4) { ReadCapacityUnits = 4 }], read.ConsumedCapacity);
    }

    private static Item Sized(string partition, int bytes) =>
        [("PK", partition), ("T", new string('x', bytes - Encoding.UTF8.GetByteCount("PK" + partition + "T")))];

    private static ConsumedCapacity Sorted(ConsumedCapacity capacity) => capacity with
    {
        LocalSecondaryIndexes = [.. capacity.LocalSecondaryIndexes.OrderBy(index => index.IndexName, StringComparer.Ordinal)],
        GlobalSecondaryIndexes = [.. capacity.GlobalSecondaryIndexes.OrderBy(index => index.IndexName, StringComparer.Ordinal)],
    };

    private async Task<ConsumedCapacity?> PutCapacity(Item item) =>
        (await Backend.PutItemAsync(new PutItemRequest { TableName = HashOnly.Name, Item = Encode(item), ReturnConsumedCapacity = ReturnConsumedCapacity.Total }))
            .ConsumedCapacity;
}
