using Keyfold.Engine;
using Keyfold.Expressions;
using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

public sealed class FailoverTests
{
    [Fact]
    public async Task Reads_move_when_the_breaker_opens_and_return_when_a_trial_succeeds()
    {
        Regions regions = new(FailoverMode.ReadsOnly);
        Assert.Equal("frankfurt", await regions.Read());
        regions.IsHomeDown = true;

        // the call whose failure opens the breaker moves itself
        Assert.Equal("dublin", await regions.Read());
        Assert.Equal("dublin", await regions.Read());
        Assert.Equal([new FailoverArguments("frankfurt", "dublin", IsReturn: false)], regions.Moves);

        // a trial fails and the call moves on
        regions.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("dublin", await regions.Read());
        Assert.Single(regions.Moves);

        regions.IsHomeDown = false;
        regions.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("frankfurt", await regions.Read());
        Assert.Equal([new("frankfurt", "dublin", IsReturn: false), new FailoverArguments("dublin", "frankfurt", IsReturn: true)], regions.Moves);
    }

    [Fact]
    public async Task Writes_stay_unless_told()
    {
        Regions regions = new(FailoverMode.ReadsOnly) { IsHomeDown = true };
        await regions.Read();
        await Assert.ThrowsAsync<CircuitOpenException>(regions.Write);
    }

    [Fact]
    public async Task Writes_move_when_told()
    {
        Regions regions = new(FailoverMode.ReadsAndWrites) { IsHomeDown = true };
        await regions.Read();
        await regions.Write();
        Assert.Null(Simulation.Stored(regions.Home, "new"));
        Assert.Equal([("PK", "new"), ("N", 1)], Simulation.Stored(regions.Replica, "new")!);
    }

    [Fact]
    public async Task Consistent_reads_stay_unless_told()
    {
        Regions regions = new(FailoverMode.ReadsAndWrites) { IsHomeDown = true };
        await regions.Read();
        await Assert.ThrowsAsync<CircuitOpenException>(() => regions.Read(consistent: true));
        await Assert.ThrowsAsync<CircuitOpenException>(regions.ReadTransaction);
    }

    [Fact]
    public async Task Consistent_reads_move_when_told()
    {
        Regions regions = new(FailoverMode.ReadsOnly, moveConsistentReads: true) { IsHomeDown = true };
        await regions.Read();
        Assert.Equal("dublin", await regions.Read(consistent: true));
        await regions.ReadTransaction();
    }

    [Fact]
    public async Task Nothing_moves_by_default()
    {
        Regions regions = new(FailoverMode.None) { IsHomeDown = true };
        await Assert.ThrowsAsync<CircuitOpenException>(() => regions.Read());
        Assert.Empty(regions.Moves);
    }

    // the replica knows nothing of the first region's token: it would count a second time
    [Fact]
    public async Task A_write_whose_answer_was_lost_stays_where_it_was_sent()
    {
        Regions regions = new(FailoverMode.ReadsAndWrites) { Loses = true };
        AmbiguousWriteException error = await Assert.ThrowsAsync<AmbiguousWriteException>(() => Simulation.Run(
            regions.Clock,
            () => regions.Backend.TransactWriteItemsAsync(new TransactWriteItemsRequest
            {
                Actions = [new TransactUpdate(Simulation.Table, Simulation.Key("counter"), new UpdateExpression([new AddAction("N", 1)]))],
            })));
        Assert.IsType<CircuitOpenException>(error.InnerException);
        Assert.Equal([("PK", "counter"), ("N", 1)], Simulation.Stored(regions.Home, "counter")!);
        Assert.Null(Simulation.Stored(regions.Replica, "counter"));
    }

    private sealed class Regions
    {
        public Regions(FailoverMode mode, bool moveConsistentReads = false)
        {
            Simulation.Create(Home);
            Simulation.Create(Replica);
            Home.PutItemAsync(Place("frankfurt")).AsTask().GetAwaiter().GetResult();
            Replica.PutItemAsync(Place("dublin")).AsTask().GetAwaiter().GetResult();
            FaultInjectingBackend home = new(Home, FaultScript.Of(_ => IsHomeDown ? Faults.Fail : Loses ? Faults.Lose : null), Clock);
            Backend = new ResilientBackend(
                [new Replica("frankfurt", home), new Replica("dublin", Replica)],
                Simulation.Options(Clock) with
                {
                    CircuitBreaker = new CircuitBreakerOptions { AttemptsMin = 2 },
                    Failover = new FailoverOptions { Mode = mode, MoveConsistentReads = moveConsistentReads },
                    OnFailover = Moves.Add,
                });
        }

        public SimulatedClock Clock { get; } = new();

        public EmbeddedEngine Home { get; } = new();

        public EmbeddedEngine Replica { get; } = new();

        public ResilientBackend Backend { get; }

        public List<FailoverArguments> Moves { get; } = [];

        public bool IsHomeDown { get; set; }

        public bool Loses { get; set; }

        public async Task<string> Read(bool consistent = false)
        {
            GetItemResponse response = await Simulation.Run(Clock, () => Backend.GetItemAsync(Simulation.Get("place", consistent)));
            return Simulation.Decode(response.Item)!["Name"].AsString();
        }

        public Task<TransactGetItemsResponse> ReadTransaction() => Simulation.Run(
            Clock, () => Backend.TransactGetItemsAsync(new TransactGetItemsRequest { Gets = [new TransactGet(Simulation.Table, Simulation.Key("place"))] }));

        public Task<PutItemResponse> Write() => Simulation.Run(Clock, () => Backend.PutItemAsync(Simulation.Put("new", 1)));

        private static PutItemRequest Place(string name) => new() { TableName = Simulation.Table, Item = Simulation.Encode([("PK", "place"), ("Name", name)]) };
    }
}
