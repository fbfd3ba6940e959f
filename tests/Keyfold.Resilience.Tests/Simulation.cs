using Keyfold.Engine;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

/// <summary>
/// A resilient backend over faults over an engine, with a clock of its own: a call runs until it waits, then the clock is moved to what it waits for.
/// </summary>
internal sealed class Simulation
{
    public const string Table = "items";

    public Simulation(FaultScript script, Func<ResilienceOptions, ResilienceOptions>? configure = null)
    {
        Faulty = new FaultInjectingBackend(Engine, script, Clock);
        ResilienceOptions options = Options(Clock) with
        {
            OnRetry = Retries.Add,
            OnCircuitChange = CircuitChanges.Add,
            OnHedge = Hedges.Add,
            OnFailover = Failovers.Add,
        };
        Backend = new ResilientBackend([new Replica("home", Faulty)], configure?.Invoke(options) ?? options);
        Create(Engine);
    }

    public SimulatedClock Clock { get; } = new();

    public EmbeddedEngine Engine { get; } = new();

    public FaultInjectingBackend Faulty { get; }

    public ResilientBackend Backend { get; }

    public List<RetryArguments> Retries { get; } = [];

    public List<CircuitChangeArguments> CircuitChanges { get; } = [];

    public List<HedgeArguments> Hedges { get; } = [];

    public List<FailoverArguments> Failovers { get; } = [];

    public static ResilienceOptions Options(TimeProvider clock) => new() { TimeProvider = clock, JitterSeed = 4 };

    public static void Create(EmbeddedEngine engine) =>
        engine.CreateTableAsync(new TableSchema(Table, new KeySchema(new KeyAttribute("PK", AttributeType.String)))).AsTask().GetAwaiter().GetResult();

    public static ItemKey Key(string partition)
    {
        using KeyWriter writer = new(stackalloc byte[256]);
        writer.Partition();
        writer.String(partition);
        return writer.ToKey();
    }

    public static ReadOnlyMemory<byte> Encode(Item item) => ItemCodec.Encode(item, ItemEncoding.Binary);

    public static Item? Decode(ReadOnlyMemory<byte> item) => item.IsEmpty ? null : ItemCodec.Decode(item.Span, ItemEncoding.Binary);

    public static GetItemRequest Get(string partition, bool consistent = false) =>
        new() { TableName = Table, Key = Key(partition), ConsistentRead = consistent };

    public static PutItemRequest Put(string partition, int value) => new() { TableName = Table, Item = Encode([("PK", partition), ("N", value)]) };

    /// <summary>Calls, and moves the clock until the call has ended.</summary>
    public Task<T> Run<T>(Func<ResilientBackend, ValueTask<T>> call) => Run(Clock, () => call(Backend));

    public static Task<T> Run<T>(SimulatedClock clock, Func<ValueTask<T>> call) => Task.Run(() =>
    {
        Task<T> running = call().AsTask();
        clock.MoveUntil(running);
        return running;
    });

    /// <summary>What the engine has, faults aside.</summary>
    public static Item? Stored(EmbeddedEngine engine, string partition) =>
        Decode(engine.GetItemAsync(Get(partition, consistent: true)).AsTask().GetAwaiter().GetResult().Item);

    public Item? Stored(string partition) => Stored(Engine, partition);
}
