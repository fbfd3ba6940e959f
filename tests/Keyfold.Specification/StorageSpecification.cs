using System.Runtime.CompilerServices;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Specification;

/// <summary>What all suites of the storage contract share: the backend, keys of their own, and a few short forms.</summary>
public abstract class StorageSpecification(BackendFixture fixture)
{
    /// <summary>The backend's fixture.</summary>
    protected BackendFixture Fixture
    {
        get
        {
            Assert.SkipWhen(fixture.SkipReason is not null, fixture.SkipReason ?? "");
            return fixture;
        }
    }

    /// <summary>The backend.</summary>
    protected IStorageBackend Backend => Fixture.Backend;

    /// <summary>A partition key value that no other test uses.</summary>
    /// <param name="suffix">Tells the cases of a theory, or two keys of one test, apart.</param>
    /// <param name="test">The test.</param>
    protected string Unique(string suffix = "", [CallerMemberName] string test = "") => $"{SuiteName}.{test}{suffix}";

    private string SuiteName
    {
        get
        {
            Type suite = GetType();
            while (!suite.IsAbstract)
            {
                suite = suite.BaseType!;
            }

            return suite.Name;
        }
    }

    /// <summary>Encodes an item for a request.</summary>
    protected ReadOnlyMemory<byte> Encode(Item item) => ItemCodec.Encode(item, Backend.Encoding);

    /// <summary>Decodes an item of a response; null for none.</summary>
    protected Item? Decode(ReadOnlyMemory<byte> item) => item.IsEmpty ? null : ItemCodec.Decode(item.Span, Backend.Encoding);

    /// <summary>Decodes the items of a page.</summary>
    protected IReadOnlyList<Item> Decode(IEnumerable<ReadOnlyMemory<byte>>? items) => [.. items!.Select(item => Decode(item)!)];

    /// <summary>Puts items.</summary>
    protected async Task Put(TableSchema table, params Item[] items)
    {
        foreach (Item item in items)
        {
            await Backend.PutItemAsync(new PutItemRequest { TableName = table.Name, Item = Encode(item) });
        }
    }

    /// <summary>Reads an item; null when there is none.</summary>
    protected async Task<Item?> Get(TableSchema table, ItemKey key) =>
        Decode((await Backend.GetItemAsync(new GetItemRequest { TableName = table.Name, Key = key, ConsistentRead = true })).Item);

    /// <summary>Updates an item and tells what it is now; null when there is none.</summary>
    protected async Task<Item?> Update(TableSchema table, ItemKey key, params UpdateAction[] actions)
    {
        await Backend.UpdateItemAsync(new UpdateItemRequest { TableName = table.Name, Key = key, Update = new UpdateExpression([.. actions]) });
        return await Get(table, key);
    }

    /// <summary>Reads all pages of a query.</summary>
    protected async Task<IReadOnlyList<Item>> Query(QueryRequest request)
    {
        List<Item> items = [];
        do
        {
            QueryResponse page = await Backend.QueryAsync(request);
            items.AddRange(Decode(page.Items));
            request = request with { ExclusiveStartKey = page.LastEvaluatedKey };
        }
        while (request.ExclusiveStartKey is not null);
        return items;
    }

    /// <summary>Reads all pages of a scan.</summary>
    protected async Task<IReadOnlyList<Item>> Scan(ScanRequest request)
    {
        List<Item> items = [];
        do
        {
            ScanResponse page = await Backend.ScanAsync(request);
            items.AddRange(Decode(page.Items));
            request = request with { ExclusiveStartKey = page.LastEvaluatedKey };
        }
        while (request.ExclusiveStartKey is not null);
        return items;
    }

    /// <summary>A table of the test's own, for what concerns a whole table.</summary>
    protected async Task<TableSchema> NewTable(TableSchema like, [CallerMemberName] string test = "")
    {
        TableSchema table = like with { Name = $"spec.{SuiteName}.{test}" };
        await Fixture.Administration.CreateTableAsync(table);
        return table;
    }

    /// <summary>Expects a ValidationException.</summary>
    /// <param name="words">The telling words of its message.</param>
    /// <param name="request">Sends the request.</param>
    protected Task<StorageException> Refuses<T>(string words, Func<ValueTask<T>> request) => Fails(StorageErrorCode.ValidationException, words, request);

    /// <summary>Expects an error.</summary>
    protected async Task<StorageException> Fails<T>(StorageErrorCode code, string words, Func<ValueTask<T>> request)
    {
        StorageException error = await Assert.ThrowsAsync<StorageException>(async () => await request());
        Assert.True(code == error.Code && Fixture.Says(words, error.Message), $"Expected {code}: {words}\nActual   {error.Code}: {error.Message}");
        return error;
    }
}
