using Keyfold.Oracle;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Scans;

public sealed class ParallelScanTests : IAsyncLifetime
{
    private readonly OracleBackend _backend = new();
    private readonly RetailTable _retail;

    public ParallelScanTests() => _retail = new RetailTable(_backend);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _retail.CreateIfNotExistsAsync(Token);
        await ScanTables.FillAsync(_retail, 30);
    }

    public ValueTask DisposeAsync() => default;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(200)]
    public async Task Segments_together_give_every_entity_once(int segments)
    {
        ParallelScan<Customer> scan = _retail.Customers.Scan().PageSize(2).InParallel(segments);

        var found = new List<Customer>();
        await foreach (Customer customer in scan.WithCancellation(Token))
        {
            found.Add(customer);
        }

        Assert.Equal(ScanTables.Ids(30), ScanTables.SortedIds(found));
        Assert.Equal(ScanTables.Ids(30), ScanTables.SortedIds(await scan.ToListAsync(Token)));
        Assert.Equal(30, await scan.CountAsync(Token));
    }

    [Fact(Timeout = 60_000)]
    public async Task Segments_are_read_at_the_same_time()
    {
        // neither of the two answers arrives before both were asked for
        using var answered = new CountdownEvent(2);
        RetailTable observed = _retail.Observe(_ =>
        {
            answered.Signal();
            answered.Wait(Token);
        });

        Assert.Equal(30, await observed.Customers.Scan().InParallel(2).CountAsync(Token));
    }

    [Fact]
    public async Task A_take_and_a_filter_are_for_all_segments_together()
    {
        Scan<Customer, CustomerFields> french = _retail.Customers.Scan().Where(c => c.Country == "France");

        Assert.Equal(10, (await french.InParallel(4).ToListAsync(Token)).Count);
        Assert.Equal(7, (await french.Take(7).InParallel(4).ToListAsync(Token)).Count);
        Assert.Equal(7, await french.Take(7).InParallel(4).CountAsync(Token));
        Assert.Equal(10, await french.Take(11).InParallel(4).CountAsync(Token));
    }

    [Fact]
    public async Task What_one_segment_throws_ends_the_scan()
    {
        await ScanTables.PutForeignAsync(_backend, "X", "Supplier");

        EntityMappingException error = await Assert.ThrowsAsync<EntityMappingException>(
            () => _retail.Customers.Scan().PageSize(1).InParallel(4).ToListAsync(Token).AsTask());

        Assert.Equal("PK = \"X\", SK = \"PROFILE\"", error.Key);
    }

    [Fact]
    public async Task Leaving_the_loop_stops_the_segments()
    {
        int requests = 0;
        RetailTable observed = _retail.Observe(_ => Interlocked.Increment(ref requests));
        await foreach (Customer _ in observed.Customers.Scan().PageSize(1).InParallel(2).WithCancellation(Token))
        {
            break;
        }

        int requestsWhenLeft = Volatile.Read(ref requests);
        Assert.Equal(30, await _retail.Customers.Scan().CountAsync(Token));

        Assert.InRange(requestsWhenLeft, 1, 59);
        Assert.Equal(requestsWhenLeft, Volatile.Read(ref requests));
    }

    [Fact]
    public async Task A_cancelled_token_stops_the_segments()
    {
        using var source = new CancellationTokenSource();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Customer _ in _retail.Customers.Scan().PageSize(1).InParallel(2).WithCancellation(source.Token))
            {
                await source.CancelAsync();
            }
        });
    }

    [Fact]
    public async Task What_is_about_pages_that_follow_each_other_is_refused()
    {
        Scan<Customer, CustomerFields> scan = _retail.Customers.Scan();
        string cursor = (await scan.PageSize(1).FirstPageAsync(Token)).Cursor!;

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => scan.Limit(1).InParallel(2));
        Assert.Equal("A scan with a limit, a cursor or a segment reads one page after the other: it cannot be read in parallel.", error.Message);
        Assert.Throws<InvalidOperationException>(() => scan.From(cursor).InParallel(2));
        Assert.Throws<InvalidOperationException>(() => scan.Segment(0, 2).InParallel(2));
        Assert.Throws<ArgumentOutOfRangeException>(() => scan.InParallel(0));
    }
}
