using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;
using static Keyfold.Specification.Syntax;

namespace Keyfold.Specification;

/// <summary>Pages of a Query: Limit, the 1 MB mark, LastEvaluatedKey and ExclusiveStartKey.</summary>
public abstract class QueryPagingSpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(7, true)]
    public async Task Pages_cover_the_partition_once(int limit, bool descending)
    {
        QueryRequest request = await Fill(Unique($"{limit}"), 7) with { Limit = limit, Descending = descending };
        IEnumerable<int> expected = Enumerable.Range(0, 7);
        Assert.Equal((descending ? expected.Reverse() : expected).Select(n => (AttributeValue)n), (await Query(request)).Select(item => item["SK"]));
    }

    [Fact]
    public async Task A_full_page_names_its_last_key()
    {
        QueryRequest request = await Fill(Unique(), 3);
        QueryResponse page = await Backend.QueryAsync(request with { Limit = 2 });
        Assert.Equal([0, 1], Decode(page.Items).Select(item => item["SK"]));
        Assert.Equal([("PK", Unique()), ("SK", 1)], page.LastEvaluatedKey);
    }

    // a page that is full by Limit names a next one without looking whether there is more
    [Fact]
    public async Task A_page_of_exactly_the_rest_is_followed_by_an_empty_one()
    {
        QueryRequest request = await Fill(Unique(), 2);
        QueryResponse page = await Backend.QueryAsync(request with { Limit = 2 });
        Assert.NotNull(page.LastEvaluatedKey);
        QueryResponse next = await Backend.QueryAsync(request with { ExclusiveStartKey = page.LastEvaluatedKey });
        Assert.Equal((0, true), (next.Count, next.LastEvaluatedKey is null));
    }

    [Fact]
    public async Task A_page_that_is_not_full_is_the_last()
    {
        QueryResponse page = await Backend.QueryAsync(await Fill(Unique(), 2) with { Limit = 3 });
        Assert.Equal((2, true), (page.Count, page.LastEvaluatedKey is null));
    }

    [Fact]
    public async Task The_start_key_need_not_exist()
    {
        QueryRequest request = await Fill(Unique(), 4);
        Item between = [("PK", Unique()), ("SK", 1.5m)];
        Assert.Equal([2, 3], (await Query(request with { ExclusiveStartKey = between })).Select(item => item["SK"]));
        Assert.Equal([1, 0], (await Query(request with { ExclusiveStartKey = between, Descending = true })).Select(item => item["SK"]));
    }

    [Fact]
    public async Task Limit_counts_evaluated_items_so_that_a_page_may_be_empty()
    {
        QueryRequest request = await Fill(Unique(), 6) with { Limit = 2, Filter = IsEqual("N", 3) };
        QueryResponse page = await Backend.QueryAsync(request);
        Assert.Equal((0, 2, false), (page.Count, page.ScannedCount, page.LastEvaluatedKey is null));
        Assert.Equal([3], (await Query(request)).Select(item => item["SK"]));
    }

    // the item that crosses the mark is still in the page
    [Fact]
    public async Task A_page_ends_when_it_has_1_MB()
    {
        string partition = Unique();
        int bytes = 100_000;
        for (int n = 0; n < 12; n++)
        {
            int rest = bytes - "PK".Length - partition.Length - "SK".Length - (n == 0 ? 1 : 2) - "T".Length;
            await Put(NumberSort, [("PK", partition), ("SK", n), ("T", new string('x', rest))]);
        }

        QueryResponse page = await Backend.QueryAsync(new QueryRequest { TableName = NumberSort.Name, KeyCondition = KeyCondition.Partition("PK", partition) });
        Assert.Equal((11, (AttributeValue)10), (page.Count, page.LastEvaluatedKey!["SK"]));
    }

    [Fact]
    public virtual async Task Filtered_items_count_for_the_1_MB()
    {
        string partition = Unique();
        for (int n = 0; n < 4; n++)
        {
            await Put(NumberSort, [("PK", partition), ("SK", n), ("T", new string('x', 400_000))]);
        }

        QueryResponse page = await Backend.QueryAsync(new QueryRequest
        {
            TableName = NumberSort.Name,
            KeyCondition = KeyCondition.Partition("PK", partition),
            Filter = new AttributeNotExists("T"),
        });
        Assert.Equal((0, 3, (AttributeValue)2), (page.Count, page.ScannedCount, page.LastEvaluatedKey!["SK"]));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_limit_below_1_is_refused(int limit)
    {
        QueryRequest request = new() { TableName = NumberSort.Name, KeyCondition = KeyCondition.Partition("PK", "a"), Limit = limit };
        await Refuses("failed to satisfy constraint: Member must have value greater than or equal to 1", () => Backend.QueryAsync(request));
    }

    [Fact]
    public Task A_start_key_is_looked_at_before_the_filter() => Refuses(
        "The provided starting key is outside query boundaries based on provided conditions",
        () => Backend.QueryAsync(new QueryRequest
        {
            TableName = NumberSort.Name,
            KeyCondition = KeyCondition.Partition("PK", "a"),
            Filter = new AttributeExists("SK"),
            ExclusiveStartKey = [("PK", "b"), ("SK", 1)],
        }));

    /// <summary>Start keys that are refused: the telling words, the start key, and a term on the sort key.</summary>
    public static TheoryData<string, Item, KeyTerm?> RefusedStartKeys { get; } = new()
    {
        { "The provided starting key is invalid", [("PK", "a")], null },
        { "The provided starting key is invalid", [("PK", "a"), ("SK", 1), ("Other", 1)], null },
        { "The provided key element does not match the schema", [("PK", "a"), ("SK", "1")], null },
        { "The provided starting key is outside query boundaries based on provided conditions", [("PK", "b"), ("SK", 1)], null },
        { "The provided starting key does not match the range key predicate", [("PK", "a"), ("SK", 1)], new KeyTerm("SK", KeyOperator.GreaterThan, 5) },
        { "The query can return at most one row and cannot be restarted", [("PK", "b"), ("SK", 6)], new KeyTerm("SK", KeyOperator.GreaterThan, 5) },
    };

    [Theory]
    [MemberData(nameof(RefusedStartKeys), DisableDiscoveryEnumeration = true)]
    public virtual Task A_start_key_is_refused(string words, Item startKey, KeyTerm? term)
    {
        KeyCondition partition = KeyCondition.Partition("PK", "a");
        QueryRequest request = new()
        {
            TableName = NumberSort.Name,
            KeyCondition = term is null ? partition : partition.And(term),
            ExclusiveStartKey = startKey,
        };
        return Refuses(words, () => Backend.QueryAsync(request));
    }

    private async Task<QueryRequest> Fill(string partition, int count)
    {
        TableSchema table = NumberSort;
        for (int n = 0; n < count; n++)
        {
            await Put(table, [("PK", partition), ("SK", n), ("N", n)]);
        }

        return new QueryRequest { TableName = table.Name, KeyCondition = KeyCondition.Partition("PK", partition), ConsistentRead = true };
    }
}
