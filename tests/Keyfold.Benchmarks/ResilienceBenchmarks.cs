using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Keyfold.Benchmarks.Model;
using Keyfold.Engine;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Resilience;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Benchmarks;

/// <summary>What resilience costs a call that succeeds at once: the engine alone (the baseline), and behind a <see cref="ResilientBackend"/>.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ResilienceBenchmarks : IDisposable
{
    private const string Table = "orders";

    private readonly GetItemRequest[] _gets = new GetItemRequest[1_000];
    private readonly PutItemRequest[] _puts = new PutItemRequest[1_000];
    private EmbeddedEngine _engine = null!;
    private ResilientBackend _resilient = null!;
    private int _next;

    [GlobalSetup]
    public async Task Load()
    {
        _engine = new EmbeddedEngine();
        _resilient = new ResilientBackend(_engine);
        await _engine.CreateTableAsync(new TableSchema(Table, new KeySchema(new KeyAttribute("PK", AttributeType.String))));
        for (int i = 0; i < _gets.Length; i++)
        {
            string partition = Orders.CustomerId(i);
            _puts[i] = new PutItemRequest
            {
                TableName = Table,
                Item = ItemCodec.Encode([("PK", partition), ("Note", new string('x', 500)), ("N", i)], ItemEncoding.Binary),
            };
            _gets[i] = new GetItemRequest { TableName = Table, Key = Key(partition) };
            await _engine.PutItemAsync(_puts[i]);
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _resilient.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("get")]
    public ValueTask<GetItemResponse> Get_Engine() => _engine.GetItemAsync(_gets[Next()]);

    [Benchmark, BenchmarkCategory("get")]
    public ValueTask<GetItemResponse> Get_Resilient() => _resilient.GetItemAsync(_gets[Next()]);

    [Benchmark(Baseline = true), BenchmarkCategory("put")]
    public ValueTask<PutItemResponse> Put_Engine() => _engine.PutItemAsync(_puts[Next()]);

    [Benchmark, BenchmarkCategory("put")]
    public ValueTask<PutItemResponse> Put_Resilient() => _resilient.PutItemAsync(_puts[Next()]);

    private static ItemKey Key(string partition)
    {
        using KeyWriter writer = new(stackalloc byte[64]);
        writer.Partition();
        writer.String(partition);
        return writer.ToKey();
    }

    // every key in turn, so that nothing but the decorator differs
    private int Next() => _next = (_next + 1) % _gets.Length;
}
