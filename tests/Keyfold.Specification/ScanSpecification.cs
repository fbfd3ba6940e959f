using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>Scan, whole and in segments. Each test has a table of its own.</summary>
public abstract class ScanSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Fact]
    public async Task Every_item_comes_once()
    {
        (TableSchema table, List<Item> items) = await Fill(25, nameof(Every_item_comes_once));
        AssertSame(items, await Scan(new ScanRequest { TableName = table.Name }));
    }

    [Fact]
    public async Task Items_of_one_partition_key_are_together_and_in_order()
    {
        (TableSchema table, List<Item> items) = await Fill(30, nameof(Items_of_one_partition_key_are_together_and_in_order));
        IReadOnlyList<Item> scanned = await Scan(new ScanRequest { TableName = table.Name, ConsistentRead = true });
        List<AttributeValue> partitions = [.. scanned.Select(item => item["PK"])];
        IEnumerable<Item> expected = partitions.Distinct()
            .SelectMany(partition => items.Where(item => item["PK"] == partition).OrderBy(item => item["SK"].AsNumber()));
        Assert.Equal(expected, scanned);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(25)]
    public async Task Pages_cover_the_table_once(int limit)
    {
        (TableSchema table, List<Item> items) = await Fill(25, $"{nameof(Pages_cover_the_table_once)}{limit}");
        AssertSame(items, await Scan(new ScanRequest { TableName = table.Name, Limit = limit }));
    }

    [Fact]
    public async Task The_last_key_is_the_table_key()
    {
        (TableSchema table, _) = await Fill(3, nameof(The_last_key_is_the_table_key));
        ScanResponse page = await Backend.ScanAsync(new ScanRequest { TableName = table.Name, Limit = 2 });
        Item last = Decode(page.Items)[1];
        Assert.Equal([("PK", last["PK"]), ("SK", last["SK"])], page.LastEvaluatedKey);
    }

    [Fact]
    public async Task A_start_key_need_not_exist_any_more()
    {
        (TableSchema table, List<Item> items) = await Fill(10, nameof(A_start_key_need_not_exist_any_more));
        ScanResponse page = await Backend.ScanAsync(new ScanRequest { TableName = table.Name, Limit = 4 });
        Item last = Decode(page.Items)[3];
        await Backend.DeleteItemAsync(new DeleteItemRequest { TableName = table.Name, Key = Key.Of(last["PK"], last["SK"]) });
        IReadOnlyList<Item> rest = await Scan(new ScanRequest { TableName = table.Name, ExclusiveStartKey = page.LastEvaluatedKey });
        AssertSame(items, [.. Decode(page.Items), .. rest]);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public async Task Segments_are_disjoint_and_complete(int segments)
    {
        (TableSchema table, List<Item> items) = await Fill(40, $"{nameof(Segments_are_disjoint_and_complete)}{segments}");
        List<Item> scanned = [];
        for (int segment = 0; segment < segments; segment++)
        {
            IReadOnlyList<Item> part = await Scan(new ScanRequest { TableName = table.Name, Segment = segment, TotalSegments = segments, Limit = 3 });
            Assert.DoesNotContain(part, item => scanned.Exists(other => other["PK"] == item["PK"]));
            scanned.AddRange(part);
        }

        AssertSame(items, scanned);
    }

    [Fact]
    public async Task A_filter_may_name_the_key()
    {
        (TableSchema table, List<Item> items) = await Fill(10, nameof(A_filter_may_name_the_key));
        ScanResponse page = await Backend.ScanAsync(new ScanRequest { TableName = table.Name, Filter = IsEqual("SK", 3) });
        Assert.Equal((1, 10), (page.Count, page.ScannedCount));
        Assert.Equal([items.Find(item => item["SK"] == 3)!], Decode(page.Items));
    }

    [Fact]
    public async Task Counting_returns_no_items()
    {
        (TableSchema table, _) = await Fill(5, nameof(Counting_returns_no_items));
        ScanResponse page = await Backend.ScanAsync(new ScanRequest { TableName = table.Name, Select = Select.Count });
        Assert.Equal((5, 5, true), (page.Count, page.ScannedCount, page.Items is null));
    }

    [Fact]
    public async Task An_empty_table_has_an_empty_page()
    {
        TableSchema table = await NewTable(HashOnly);
        ScanResponse page = await Backend.ScanAsync(new ScanRequest { TableName = table.Name });
        Assert.Equal((0, 0, true), (page.Count, page.ScannedCount, page.LastEvaluatedKey is null));
    }

    [Fact]
    public async Task A_page_ends_when_it_has_1_MB()
    {
        TableSchema table = await NewTable(NumberSort);
        for (int n = 0; n < 12; n++)
        {
            await Put(table, [("PK", "a"), ("SK", n), ("T", new string('x', 100_000))]);
        }

        ScanResponse page = await Backend.ScanAsync(new ScanRequest { TableName = table.Name });
        Assert.Equal((11, [("PK", "a"), ("SK", 10)]), (page.Count, page.LastEvaluatedKey));
    }

    /// <summary>Requests that are refused, and the telling words.</summary>
    public static TheoryData<string, ScanRequest> Refused { get; } = new()
    {
        { "The TotalSegments parameter is required but was not present in the request when Segment parameter is present", new ScanRequest { TableName = Plain.Name, Segment = 0 } },
        { "The Segment parameter is required but was not present in the request when parameter TotalSegments is present", new ScanRequest { TableName = Plain.Name, TotalSegments = 2 } },
        { "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 2 is not less than TotalSegments: 2", new ScanRequest { TableName = Plain.Name, Segment = 2, TotalSegments = 2 } },
        { "'totalSegments' failed to satisfy constraint: Member must have value greater than or equal to 1", new ScanRequest { TableName = Plain.Name, Segment = 0, TotalSegments = 0 } },
        { "'totalSegments' failed to satisfy constraint: Member must have value less than or equal to 1000000", new ScanRequest { TableName = Plain.Name, Segment = 0, TotalSegments = 1_000_001 } },
        { "'segment' failed to satisfy constraint: Member must have value greater than or equal to 0", new ScanRequest { TableName = Plain.Name, Segment = -1, TotalSegments = 2 } },
        { "Member must have value greater than or equal to 1", new ScanRequest { TableName = Plain.Name, Limit = 0 } },
        { "The provided starting key is invalid: The provided key element does not match the schema", new ScanRequest { TableName = Plain.Name, ExclusiveStartKey = [("PK", "a")] } },
        { "The provided starting key is invalid: The provided key element does not match the schema", new ScanRequest { TableName = Plain.Name, ExclusiveStartKey = [("PK", "a"), ("SK", 1)] } },
        { "The table does not have the specified index: ByNothing", new ScanRequest { TableName = Plain.Name, IndexName = "ByNothing" } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public Task A_request_is_refused(string words, ScanRequest request) => Refuses(words, () => Backend.ScanAsync(request));

    [Fact]
    public async Task A_start_key_of_another_segment_is_refused()
    {
        (TableSchema table, _) = await Fill(20, nameof(A_start_key_of_another_segment_is_refused));
        ScanResponse page = await Backend.ScanAsync(new ScanRequest { TableName = table.Name, Segment = 0, TotalSegments = 2, Limit = 1 });
        await Refuses(
            "Please use ExclusiveStartKey with correct Segment. TotalSegments: 2 Segment: 1",
            () => Backend.ScanAsync(new ScanRequest { TableName = table.Name, Segment = 1, TotalSegments = 2, ExclusiveStartKey = page.LastEvaluatedKey }));
    }

    [Fact]
    public Task An_unknown_table_is_not_found() => Fails(
        StorageErrorCode.ResourceNotFoundException,
        "Requested resource not found",
        () => Backend.ScanAsync(new ScanRequest { TableName = "spec.no-such-table" }));

    private static void AssertSame(IEnumerable<Item> expected, IEnumerable<Item> actual) =>
        Assert.Equal(expected.Order(ByKey), actual.Order(ByKey));

    private static readonly Comparer<Item> ByKey = Comparer<Item>.Create((left, right) =>
    {
        int order = string.CompareOrdinal(left["PK"].AsString(), right["PK"].AsString());
        return order != 0 ? order : left["SK"].AsNumber().CompareTo(right["SK"].AsNumber());
    });

    private async Task<(TableSchema Table, List<Item> Items)> Fill(int count, string test)
    {
        TableSchema table = await NewTable(NumberSort, test);
        List<Item> items = [.. Enumerable.Range(0, count).Select<int, Item>(n => [("PK", $"partition {n % 7}"), ("SK", n), ("Text", $"{n}")])];
        await Put(table, [.. items]);
        return (table, items);
    }
}
