using Keyfold.Oracle;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Scans;

public sealed class ScanTests : IAsyncLifetime
{
    private readonly OracleBackend _backend = new();
    private readonly RetailTable _retail;

    public ScanTests() => _retail = new RetailTable(_backend);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _retail.CreateIfNotExistsAsync(Token);
        await ScanTables.FillAsync(_retail, 9);
    }

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task A_scan_gives_every_entity_of_its_set_and_no_other()
    {
        var found = new List<Customer>();
        await foreach (Customer customer in _retail.Customers.Scan().WithCancellation(Token))
        {
            found.Add(customer);
        }

        Assert.Equal(ScanTables.Ids(9), ScanTables.SortedIds(found));
        Assert.Equal(ScanTables.Ids(9), ScanTables.SortedIds(await _retail.Customers.Scan().ToListAsync(Token)));
        Assert.Equal(9, (await _retail.Invoices.Scan().ToListAsync(Token)).Count);
    }

    [Fact]
    public async Task The_backend_holds_back_the_other_entities_which_are_paid_for()
    {
        var requests = new List<(string Operation, int Given, int Evaluated)>();
        RetailTable observed = _retail.Observe(request => requests.Add((request.Operation, request.ItemCount, request.EvaluatedCount)));

        await observed.Customers.Scan().Where(c => c.Country == "France").ToListAsync(Token);

        Assert.Equal([("Scan", 3, 18)], requests);
    }

    [Fact]
    public async Task A_filter_adds_to_the_one_before()
    {
        Scan<Customer, CustomerFields> french = _retail.Customers.Scan().Where(c => c.Country == "France");

        Assert.Equal(["00000", "00003", "00006"], ScanTables.SortedIds(await french.ToListAsync(Token)));
        Assert.Equal(["00003"], ScanTables.SortedIds(await french.Where(c => c.Id == "00003").ToListAsync(Token)));
    }

    [Fact]
    public async Task A_limit_counts_what_is_read_and_a_take_what_is_given()
    {
        Scan<Customer, CustomerFields> scan = _retail.Customers.Scan();

        Page<Customer> limited = await scan.Limit(4).FirstPageAsync(Token);
        List<Customer> taken = await scan.PageSize(2).Take(4).ToListAsync(Token);

        Assert.Equal(4, limited.EvaluatedCount);
        Assert.Equal(4, taken.Count);
        Assert.Equal(9, (await scan.Take(10).ToListAsync(Token)).Count);
        Assert.Equal(limited.Items.Select(c => c.Id), (await scan.PageSize(3).Limit(4).ToListAsync(Token)).Select(c => c.Id));
    }

    [Fact]
    public async Task The_first_entity_is_found_behind_whatever_is_read_before_it()
    {
        Customer? last = await _retail.Customers.Scan().PageSize(1).Where(c => c.Id == "00008").FirstOrDefaultAsync(Token);

        Assert.Equal("00008", last!.Id);
        Assert.Null(await _retail.Customers.Scan().Where(c => c.Id == "00009").FirstOrDefaultAsync(Token));
    }

    [Fact]
    public async Task A_count_is_of_the_entity_alone_over_all_pages()
    {
        Scan<Customer, CustomerFields> scan = _retail.Customers.Scan().PageSize(4);

        Assert.Equal(9, await scan.CountAsync(Token));
        Assert.Equal(3, await scan.Where(c => c.Country == "France").CountAsync(Token));
        Assert.Equal(5, await scan.Take(5).CountAsync(Token));
    }

    [Theory]
    [InlineData("Supplier", "_type")]
    [InlineData(null, "Id")]
    public async Task An_item_that_no_entity_wrote_is_an_error_and_is_not_counted(string? type, string path)
    {
        await ScanTables.PutForeignAsync(_backend, "X", type);

        EntityMappingException error = await Assert.ThrowsAsync<EntityMappingException>(() => _retail.Customers.Scan().ToListAsync(Token).AsTask());

        Assert.Equal(("Customer", path, "PK = \"X\", SK = \"PROFILE\""), (error.EntityName, error.Path, error.Key));
        Assert.Equal(9, await _retail.Customers.Scan().CountAsync(Token));
    }

    [Fact]
    public async Task Segments_are_disjoint_and_together_the_whole_table()
    {
        var found = new List<Customer>();
        for (int segment = 0; segment < 4; segment++)
        {
            found.AddRange(await _retail.Customers.Scan().Segment(segment, 4).ToListAsync(Token));
        }

        Assert.Equal(ScanTables.Ids(9), ScanTables.SortedIds(found));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    [InlineData(0, 1_000_001)]
    public void A_segment_is_one_of_those_there_are(int segment, int totalSegments) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => _retail.Customers.Scan().Segment(segment, totalSegments));

    [Fact]
    public async Task A_cancelled_token_stops_between_pages()
    {
        using var source = new CancellationTokenSource();
        int found = 0;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
        {
            await foreach (Customer _ in _retail.Customers.Scan().PageSize(1).WithCancellation(source.Token))
            {
                found++;
                await source.CancelAsync();
            }
        });

        Assert.Equal(1, found);
    }

    [Fact]
    public async Task A_refusal_names_the_entity()
    {
        Scan<Customer, CustomerFields> scan = _retail.Customers.Scan();
        for (int i = 0; i < Limits.ExpressionOperatorsMax; i++)
        {
            scan = scan.Where(c => c.Country == "France");
        }

        RequestRejectedException error = await Assert.ThrowsAsync<RequestRejectedException>(() => scan.ToListAsync(Token).AsTask());

        Assert.Equal("Customer", error.EntityName);
    }

    [Fact]
    public void A_scan_is_no_asynchronous_sequence_so_that_System_Linq_does_not_filter_it() =>
        Assert.False(typeof(IAsyncEnumerable<Customer>).IsAssignableFrom(typeof(Scan<Customer, CustomerFields>)));
}
