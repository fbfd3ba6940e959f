using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Engine.Tests;

/// <summary>An engine with one table of a string partition key, a numeric sort key, a global index on G and a local one on L.</summary>
internal sealed class EngineUnderTest
{
    public const string Table = "items";
    public const string Global = "ByGroup";
    public const string Local = "ByLabel";

    private EngineUnderTest(EmbeddedEngine engine) => Engine = engine;

    public EmbeddedEngine Engine { get; }

    public static async Task<EngineUnderTest> Create(EngineOptions options, StreamViewType? stream = null)
    {
        EmbeddedEngine engine = new(options);
        KeyAttribute partition = new("PK", AttributeType.String);
        TableSchema schema = new(
            Table,
            new KeySchema(partition, new KeyAttribute("SK", AttributeType.Number)),
            [
                new SecondaryIndex(Global, SecondaryIndexKind.Global, new KeySchema(new KeyAttribute("G", AttributeType.String)), Projection.All),
                new SecondaryIndex(
                    Local, SecondaryIndexKind.Local, new KeySchema(partition, new KeyAttribute("L", AttributeType.String)), Projection.KeysOnly),
            ]);
        await engine.CreateTableAsync(schema with { Stream = stream });
        return new EngineUnderTest(engine);
    }

    public static ItemKey Key(string partition, long sort)
    {
        using KeyWriter writer = new(stackalloc byte[256]);
        writer.Partition();
        writer.String(partition);
        writer.Sort();
        writer.Number(sort);
        return writer.ToKey();
    }

    public static byte[] Encode(Item item) => ItemCodec.Encode(item, ItemEncoding.Binary);

    public static Item Decode(ReadOnlyMemory<byte> item) => ItemCodec.Decode(item.Span, ItemEncoding.Binary);

    public static long Int(Item item, string name)
    {
        Assert.True(item[name].AsNumber().TryGetInt64(out long value));
        return value;
    }

    public static TransactPut TransactPut(Item item) => new(Table, Encode(item));

    public async Task Put(Item item) => await Engine.PutItemAsync(new PutItemRequest { TableName = Table, Item = Encode(item) });

    public async Task<Item?> Get(string partition, long sort)
    {
        GetItemResponse response = await Engine.GetItemAsync(new GetItemRequest { TableName = Table, Key = Key(partition, sort) });
        return response.Item.IsEmpty ? null : Decode(response.Item);
    }

    public async Task Delete(string partition, long sort) =>
        await Engine.DeleteItemAsync(new DeleteItemRequest { TableName = Table, Key = Key(partition, sort) });

    public async Task<List<Item>> ScanAll(string? index = null, int? limit = null, int? segment = null, int? totalSegments = null)
    {
        List<Item> items = [];
        Item? start = null;
        do
        {
            ScanResponse page = await Engine.ScanAsync(new ScanRequest
            {
                TableName = Table,
                IndexName = index,
                Limit = limit,
                Segment = segment,
                TotalSegments = totalSegments,
                ExclusiveStartKey = start,
            });
            items.AddRange(page.Items!.Select(Decode));
            start = page.LastEvaluatedKey;
        }
        while (start is not null);
        return items;
    }
}
