using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;
using static Keyfold.Specification.SharedTables;

namespace Keyfold.Specification;

/// <summary>Query on tables: order, ranges and what a key condition may say. Pages: <see cref="QueryPagingSpecification"/>.</summary>
public abstract class QuerySpecification(BackendFixture fixture) : StorageSpecification(fixture)
{
    /// <summary>Strings in the order of their UTF-8 bytes, which is not that of UTF-16: U+FF5E comes before U+1F600.</summary>
    private static readonly AttributeValue[] Texts = ["\0", "A", "B", "a", "aa", "ab", "b", "é", "\uFF5E", "\U0001F600"];

    private static readonly AttributeValue[] Decimals =
        [Parse("-9E125"), -1000, -1.5m, -1, Parse("-1E-130"), 0, Parse("1E-130"), 0.5m, 1, 2, 10, Parse("12345678901234567890123456789012345678"), Parse("1E39")];

    private static readonly AttributeValue[] Binaries =
        [Binary(0), Binary(0, 0), Binary(0, 255), Binary(1), Binary(127), Binary(128), Binary(255), Binary(255, 0), Binary(255, 255)];

    /// <summary>A table for each type of sort key, with values in ascending order.</summary>
    public static TheoryData<string> SortTypes { get; } = new("S", "N", "B");

    /// <summary>Each comparison of a sort key of each type.</summary>
    public static MatrixTheoryData<string, KeyOperator> Ranges { get; } = new(
        ["S", "N", "B"],
        [KeyOperator.Equal, KeyOperator.LessThan, KeyOperator.LessThanOrEqual, KeyOperator.GreaterThan, KeyOperator.GreaterThanOrEqual, KeyOperator.Between]);

    [Theory]
    [MemberData(nameof(SortTypes))]
    public async Task Items_come_in_the_order_of_the_sort_key(string type)
    {
        (TableSchema table, AttributeValue[] values) = Sorted(type);
        string partition = await Fill(table, values, Unique(type));
        Assert.Equal(values, await SortKeys(Partition(table, partition)));
        Assert.Equal(values.Reverse(), await SortKeys(Partition(table, partition) with { Descending = true }));
    }

    [Theory]
    [MemberData(nameof(Ranges))]
    public async Task A_range_takes_its_items(string type, KeyOperator comparison)
    {
        (TableSchema table, AttributeValue[] values) = Sorted(type);
        string partition = await Fill(table, values, Unique($"{type}.{comparison}"));
        const int Position = 3;
        AttributeValue[] expected = comparison switch
        {
            KeyOperator.Equal => [values[Position]],
            KeyOperator.LessThan => values[..Position],
            KeyOperator.LessThanOrEqual => values[..(Position + 1)],
            KeyOperator.GreaterThan => values[(Position + 1)..],
            KeyOperator.GreaterThanOrEqual => values[Position..],
            _ => values[Position..^2],
        };
        KeyTerm term = new("SK", comparison, values[Position], comparison == KeyOperator.Between ? values[^3] : default);
        Assert.Equal(expected, await SortKeys(Partition(table, partition, term)));
        Assert.Equal(expected.Reverse(), await SortKeys(Partition(table, partition, term) with { Descending = true }));
    }

    [Fact]
    public async Task A_bound_need_not_exist()
    {
        string partition = await Fill(NumberSort, [1, 3, 5], Unique());
        Assert.Equal([3, 5], await SortKeys(Partition(NumberSort, partition, new KeyTerm("SK", KeyOperator.GreaterThan, 2))));
        Assert.Equal([3], await SortKeys(Partition(NumberSort, partition, new KeyTerm("SK", KeyOperator.Between, 2, 4))));
        Assert.Empty(await SortKeys(Partition(NumberSort, partition, new KeyTerm("SK", KeyOperator.Equal, 2))));
    }

    [Fact]
    public async Task Begins_with_takes_the_continuations_of_a_text()
    {
        string partition = await Fill(Plain, Texts, Unique());
        Assert.Equal(["a", "aa", "ab"], await SortKeys(Partition(Plain, partition, new KeyTerm("SK", KeyOperator.BeginsWith, "a"))));
    }

    [Fact]
    public async Task Begins_with_takes_the_continuations_of_a_prefix_of_the_highest_bytes()
    {
        string partition = await Fill(BinarySort, Binaries, Unique());
        Assert.Equal(
            [Binary(255), Binary(255, 0), Binary(255, 255)],
            await SortKeys(Partition(BinarySort, partition, new KeyTerm("SK", KeyOperator.BeginsWith, Binary(255)))));
        Assert.Equal([Binary(255, 255)], await SortKeys(Partition(BinarySort, partition, new KeyTerm("SK", KeyOperator.BeginsWith, Binary(255, 255)))));
    }

    [Fact]
    public async Task Only_one_partition_is_read()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "a")], [("PK", Unique("x")), ("SK", "a")]);
        Assert.Equal([[("PK", Unique()), ("SK", "a")]], await Query(Partition(Plain, Unique())));
    }

    [Fact]
    public async Task A_partition_without_items_is_empty()
    {
        QueryResponse response = await Backend.QueryAsync(Partition(Plain, Unique()));
        Assert.Equal((0, 0, true), (response.Count, response.ScannedCount, response.LastEvaluatedKey is null));
        Assert.Empty(response.Items!);
    }

    [Fact]
    public async Task A_table_without_sort_key_has_one_item_at_most()
    {
        await Put(HashOnly, [("PK", Unique())]);
        QueryResponse response = await Backend.QueryAsync(Partition(HashOnly, Unique()) with { Limit = 1 });
        Assert.Equal([[("PK", Unique())]], Decode(response.Items));
        Assert.Null(response.LastEvaluatedKey);
    }

    [Fact]
    public async Task The_order_of_the_terms_does_not_matter()
    {
        await Put(Plain, [("PK", Unique()), ("SK", "a")]);
        KeyCondition reversed = new([new KeyTerm("SK", KeyOperator.Equal, "a"), new KeyTerm("PK", KeyOperator.Equal, Unique())]);
        Assert.Single(await Query(new QueryRequest { TableName = Plain.Name, KeyCondition = reversed }));
    }

    [Fact]
    public async Task Counting_returns_no_items()
    {
        string partition = await Fill(NumberSort, [1, 2, 3], Unique());
        QueryResponse response = await Backend.QueryAsync(Partition(NumberSort, partition) with { Select = Select.Count });
        Assert.Equal((3, 3, true), (response.Count, response.ScannedCount, response.Items is null));
    }

    /// <summary>Key conditions that are refused, and the telling words.</summary>
    public static TheoryData<string, KeyCondition> Refused { get; } = new()
    {
        { "Query condition missed key schema element: PK", new KeyCondition([new KeyTerm("SK", KeyOperator.Equal, "a")]) },
        { "Query condition missed key schema element: SK", KeyCondition.Partition("PK", "a").And(new KeyTerm("Other", KeyOperator.Equal, "a")) },
        { "Query key condition not supported", new KeyCondition([new KeyTerm("PK", KeyOperator.GreaterThan, "a")]) },
        { "Conditions can be of length 1 or 2 only", KeyCondition.Partition("PK", "a").And(new KeyTerm("SK", KeyOperator.Equal, "a")).And(new KeyTerm("A", KeyOperator.Equal, "a")) },
        { "KeyConditionExpressions must only contain one condition per key", KeyCondition.Partition("PK", "a").And(new KeyTerm("PK", KeyOperator.Equal, "a")) },
        { "Condition parameter type does not match schema type", KeyCondition.Partition("PK", 1) },
        { "Condition parameter type does not match schema type", KeyCondition.Partition("PK", "a").And(new KeyTerm("SK", KeyOperator.LessThan, 1)) },
        { "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: PK", KeyCondition.Partition("PK", "") },
        { "cannot contain an empty string value. Key: SK", KeyCondition.Partition("PK", "a").And(new KeyTerm("SK", KeyOperator.GreaterThan, "")) },
        { "cannot contain an empty string value. Key: SK", KeyCondition.Partition("PK", "a").And(new KeyTerm("SK", KeyOperator.BeginsWith, "")) },
        { "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N", KeyCondition.Partition("PK", "a").And(new KeyTerm("SK", KeyOperator.BeginsWith, 1)) },
        { "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}", KeyCondition.Partition("PK", "a").And(new KeyTerm("SK", KeyOperator.Between, "b", "a")) },
        { "The BETWEEN operator requires same data type for lower and upper bounds", KeyCondition.Partition("PK", "a").And(new KeyTerm("SK", KeyOperator.Between, "b", 1)) },
        { "Aggregated size of all range keys has exceeded the size limit of 1024 bytes", KeyCondition.Partition("PK", "a").And(new KeyTerm("SK", KeyOperator.Equal, new string('x', 1025))) },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public Task A_key_condition_is_refused(string words, KeyCondition condition) =>
        Refuses(words, () => Backend.QueryAsync(new QueryRequest { TableName = Plain.Name, KeyCondition = condition }));

    [Fact]
    public Task A_table_without_sort_key_takes_one_term() => Refuses(
        "Query key condition not supported",
        () => Backend.QueryAsync(Partition(HashOnly, "a", new KeyTerm("SK", KeyOperator.Equal, "a"))));

    [Fact]
    public Task An_unknown_table_is_not_found() => Fails(
        StorageErrorCode.ResourceNotFoundException,
        "Requested resource not found",
        () => Backend.QueryAsync(new QueryRequest { TableName = "spec.no-such-table", KeyCondition = KeyCondition.Partition("PK", "a") }));

    [Fact]
    public Task An_unknown_index_is_refused() => Refuses(
        "The table does not have the specified index: ByNothing",
        () => Backend.QueryAsync(Partition(Plain, "a") with { IndexName = "ByNothing" }));

    private static (TableSchema Table, AttributeValue[] Values) Sorted(string type) => type switch
    {
        "S" => (Plain, Texts),
        "N" => (NumberSort, Decimals),
        _ => (BinarySort, Binaries),
    };

    private static AttributeValue Binary(params byte[] bytes) => AttributeValue.Binary(bytes);

    private static Number Parse(string text)
    {
        Assert.Equal(NumberError.None, Number.TryParse(text, out Number number));
        return number;
    }

    private static QueryRequest Partition(TableSchema table, string partition, params KeyTerm[] terms) =>
        new() { TableName = table.Name, KeyCondition = new KeyCondition([new KeyTerm("PK", KeyOperator.Equal, partition), .. terms]), ConsistentRead = true };

    // put in an order that is neither ascending nor descending
    private async Task<string> Fill(TableSchema table, AttributeValue[] values, string partition)
    {
        foreach (AttributeValue value in values.Where((_, position) => position % 2 == 1).Concat(values.Where((_, position) => position % 2 == 0).Reverse()))
        {
            await Put(table, [("PK", partition), ("SK", value)]);
        }

        return partition;
    }

    private async Task<IEnumerable<AttributeValue>> SortKeys(QueryRequest request) => (await Query(request)).Select(item => item["SK"]);
}
