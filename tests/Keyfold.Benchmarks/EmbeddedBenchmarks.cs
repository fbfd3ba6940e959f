using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using Keyfold.Benchmarks.Contenders;
using Keyfold.Benchmarks.Model;

namespace Keyfold.Benchmarks;

/// <summary>
/// Object in, object out, over 100,000 orders: the embedded engine through the generated API, beside SQLite in memory (the
/// baseline) and a dictionary of the objects (the floor).
/// </summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class EmbeddedBenchmarks : IDisposable
{
    private readonly Order[] _replacements = new Order[20_000];
    private ShopTable _keyfold = null!;
    private SqliteOrders _sqlite = null!;
    private DictionaryOrders _dictionary = null!;
    private Random _random = null!;

    [GlobalSetup]
    public async Task Load()
    {
        _random = new Random(7);
        for (int i = 0; i < _replacements.Length; i++)
        {
            _replacements[i] = Orders.Make(_random.Next(Orders.Customers), _random.Next(Orders.OrdersPerCustomer));
        }

        _dictionary = new DictionaryOrders();
        _sqlite = new SqliteOrders();
        _keyfold = new ShopTable();
        foreach (Order order in Orders.All())
        {
            await _keyfold.Orders.PutAsync(order);
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _sqlite.Dispose();
        GC.SuppressFinalize(this);
    }

    [Benchmark(Baseline = true), BenchmarkCategory("1 get")]
    public Order? Get_Sqlite() => _sqlite.Get(Customer(), Number());

    [Benchmark, BenchmarkCategory("1 get")]
    public ValueTask<Order?> Get_Keyfold() => _keyfold.Orders.GetAsync(Customer(), Number());

    [Benchmark, BenchmarkCategory("1 get")]
    public Order? Get_Dictionary() => _dictionary.Get(Customer(), Number());

    [Benchmark(Baseline = true), BenchmarkCategory("2 put")]
    public void Put_Sqlite() => _sqlite.Replace(Replacement());

    [Benchmark, BenchmarkCategory("2 put")]
    public void Put_SqliteUpsert() => _sqlite.Put(Replacement());

    [Benchmark, BenchmarkCategory("2 put")]
    public ValueTask<Order> Put_Keyfold() => _keyfold.Orders.PutAsync(Replacement());

    [Benchmark, BenchmarkCategory("2 put")]
    public void Put_Dictionary() => _dictionary.Put(Replacement());

    [Benchmark(Baseline = true), BenchmarkCategory("2 put of 1,024 orders")]
    public void PutHot_Sqlite() => _sqlite.Replace(HotReplacement());

    [Benchmark, BenchmarkCategory("2 put of 1,024 orders")]
    public void PutHot_SqliteUpsert() => _sqlite.Put(HotReplacement());

    [Benchmark, BenchmarkCategory("2 put of 1,024 orders")]
    public ValueTask<Order> PutHot_Keyfold() => _keyfold.Orders.PutAsync(HotReplacement());

    [Benchmark, BenchmarkCategory("2 put of 1,024 orders")]
    public void PutHot_Dictionary() => _dictionary.Put(HotReplacement());

    [Benchmark(Baseline = true), BenchmarkCategory("3 query of 10")]
    public List<Order> Query10_Sqlite() => _sqlite.Query(Customer(), 40, 10);

    [Benchmark, BenchmarkCategory("3 query of 10")]
    public ValueTask<List<Order>> Query10_Keyfold() => _keyfold.Orders.ByCustomer(Customer()).NumberFrom(40).Limit(10).ToListAsync();

    [Benchmark, BenchmarkCategory("3 query of 10")]
    public List<Order> Query10_Dictionary() => _dictionary.Query(Customer(), 40, 10);

    [Benchmark(Baseline = true), BenchmarkCategory("4 query of 100")]
    public List<Order> Query100_Sqlite() => _sqlite.Query(Customer(), 0, 100);

    [Benchmark, BenchmarkCategory("4 query of 100")]
    public ValueTask<List<Order>> Query100_Keyfold() => _keyfold.Orders.ByCustomer(Customer()).ToListAsync();

    [Benchmark, BenchmarkCategory("4 query of 100")]
    public List<Order> Query100_Dictionary() => _dictionary.Query(Customer(), 0, 100);

    [Benchmark(Baseline = true), BenchmarkCategory("5 update")]
    public void Update_Sqlite() => _sqlite.Update(Customer(), Number(), Pay);

    [Benchmark, BenchmarkCategory("5 update")]
    public ValueTask Update_Keyfold() =>
        _keyfold.Orders.Update(Customer(), Number()).Set(o => o.Status, OrderStatus.Paid).Add(o => o.Units, 1).ApplyAsync();

    [Benchmark, BenchmarkCategory("5 update")]
    public void Update_Dictionary() => _dictionary.Update(Customer(), Number(), Pay);

    [Benchmark(Baseline = true), BenchmarkCategory("6 transaction of 4")]
    public void Transaction_Sqlite() => _sqlite.PutAll(Four());

    [Benchmark, BenchmarkCategory("6 transaction of 4")]
    public ValueTask Transaction_Keyfold()
    {
        ReadOnlySpan<Order> four = Four();
        return _keyfold.Transact().Put(four[0]).Put(four[1]).Put(four[2]).Put(four[3]).CommitAsync();
    }

    [Benchmark, BenchmarkCategory("6 transaction of 4")]
    public void Transaction_Dictionary()
    {
        foreach (Order order in Four())
        {
            _dictionary.Put(order);
        }
    }

    private static Order Pay(Order order) => order with { Status = OrderStatus.Paid, Units = order.Units + 1 };

    private string Customer() => CustomerIds[_random.Next(CustomerIds.Length)];

    private long Number() => _random.Next(Orders.OrdersPerCustomer);

    private Order Replacement() => _replacements[_random.Next(_replacements.Length)];

    // Few enough for them and their places to stay in the processor's caches.
    private Order HotReplacement() => _replacements[_random.Next(1_024)];

    // One order for each customer, so that no four of them share a key.
    private ReadOnlySpan<Order> Four() => DistinctReplacements.AsSpan(_random.Next(DistinctReplacements.Length / 4) * 4, 4);

    private static readonly string[] CustomerIds = [.. Enumerable.Range(0, Orders.Customers).Select(Orders.CustomerId)];

    private static readonly Order[] DistinctReplacements = [.. Enumerable.Range(0, 256).Select(i => Orders.Make(i, i % Orders.OrdersPerCustomer))];
}
