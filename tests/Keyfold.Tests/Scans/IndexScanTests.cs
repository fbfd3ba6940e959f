using Keyfold.Engine;
using Keyfold.Oracle;
using Keyfold.Storage;
using Keyfold.Tests.Backends;
using Keyfold.Tests.Model;

namespace Keyfold.Tests.Scans;

/// <summary>Scans of indexes: those that keep whole items, and those whose entries lead to the table's.</summary>
public abstract class IndexScanTests : IAsyncLifetime
{
    private static readonly DateOnly Day = new(2010, 12, 1);

    private readonly RetailTable _retail;
    private readonly LedgerTable _ledger;

    private protected IndexScanTests(IStorageBackend backend)
    {
        _retail = new RetailTable(backend);
        _ledger = new LedgerTable(backend);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Nine customers, and nine invoices of which three are in the index; eight payments, of which four have a day, and four refunds.</summary>
    public async ValueTask InitializeAsync()
    {
        await _retail.CreateIfNotExistsAsync(Token);
        await _ledger.CreateIfNotExistsAsync(Token);
        await ScanTables.FillAsync(_retail, 9);
        for (int i = 0; i < 3; i++)
        {
            var invoice = new Invoice { CustomerId = ScanTables.Id(i), Date = new DateTime(2011, 1, 1, 0, 0, 0, DateTimeKind.Utc), Number = ScanTables.Id(i), Total = i, Region = "London" };
            await _retail.Invoices.PutAsync(invoice, cancellationToken: Token);
        }

        for (int i = 0; i < 8; i++)
        {
            await _ledger.Payments.PutAsync(Payment(i), cancellationToken: Token);
        }

        for (int i = 0; i < 4; i++)
        {
            await _ledger.Refunds.PutAsync(new Refund("1", i, Day), cancellationToken: Token);
        }
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return default;
    }

    [Fact]
    public async Task An_index_gives_the_entities_that_are_in_it_and_no_other()
    {
        var found = new List<Customer>();
        await foreach (Customer customer in _retail.Customers.ScanGSI1().WithCancellation(Token))
        {
            found.Add(customer);
        }

        Assert.Equal(ScanTables.Ids(9), ScanTables.SortedIds(found));
        Assert.Equal(["00000", "00001", "00002"], (await _retail.Invoices.ScanGSI1().ToListAsync(Token)).Select(invoice => invoice.Number).Order(StringComparer.Ordinal));
        Assert.Equal((9, 3, 12), (await _retail.Customers.ScanGSI1().CountAsync(Token), await _retail.Invoices.ScanGSI1().CountAsync(Token), await _retail.Invoices.Scan().CountAsync(Token)));
    }

    [Fact]
    public async Task An_index_is_read_alone()
    {
        var requests = new List<(string Operation, string? Index, int Given, int Evaluated)>();
        RetailTable observed = _retail.Observe(request => requests.Add((request.Operation, request.IndexName, request.ItemCount, request.EvaluatedCount)));

        await observed.Invoices.ScanGSI1().Where(invoice => invoice.Total >= 1).ToListAsync(Token);

        Assert.Equal([("Scan", "GSI1", 2, 12)], requests);
    }

    [Fact]
    public async Task Entries_without_the_rest_lead_to_whole_entities()
    {
        Assert.Equal(Payments(4), Sorted(await _ledger.Payments.ScanByDay().ToListAsync(Token)));
        Assert.Equal(Payments(8), Sorted(await _ledger.Payments.ScanBy_Amount().ToListAsync(Token)));
        Assert.Equal(
            Payments(8).Where(payment => payment.Note == "even"),
            Sorted(await _ledger.Payments.ScanBy_Amount().Where(payment => payment.Note == "even").ToListAsync(Token)));
        Assert.Equal(4, (await _ledger.Refunds.ScanByDay().ToListAsync(Token)).Count);
        Assert.Equal((4, 4, 8), (await _ledger.Payments.ScanByDay().CountAsync(Token), await _ledger.Refunds.ScanByDay().CountAsync(Token), await _ledger.Payments.ScanBy_Amount().CountAsync(Token)));
    }

    [Fact]
    public async Task Limits_and_takes_are_as_of_a_table()
    {
        Page<Payment> limited = await _ledger.Payments.ScanByDay().Limit(3).FirstPageAsync(Token);

        Assert.Equal(3, limited.EvaluatedCount);
        Assert.Equal(3, (await _ledger.Payments.ScanByDay().PageSize(1).Take(3).ToListAsync(Token)).Count);
        Assert.NotNull(await _ledger.Refunds.ScanByDay().FirstOrDefaultAsync(Token));
        Assert.Equal(2, await _ledger.Refunds.ScanByDay().Take(2).CountAsync(Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Pages_lead_on_behind_each_other(int taken)
    {
        Assert.Equal(ScanTables.Ids(9), ScanTables.SortedIds(await ByPagesAsync(_retail.Customers.ScanGSI1(), taken)));
        Assert.Equal(Payments(4), Sorted(await ByPagesAsync(_ledger.Payments.ScanByDay(), taken)));
        Assert.Equal(Payments(8), Sorted(await ByPagesAsync(_ledger.Payments.ScanBy_Amount(), taken)));
    }

    [Fact]
    public async Task Segments_are_disjoint_and_together_the_whole_index()
    {
        var found = new List<Payment>();
        for (int segment = 0; segment < 3; segment++)
        {
            found.AddRange(await _ledger.Payments.ScanByDay().Segment(segment, 3).ToListAsync(Token));
        }

        Assert.Equal(Payments(4), Sorted(found));
        Assert.Equal(Payments(4), Sorted(await _ledger.Payments.ScanByDay().InParallel(3).ToListAsync(Token)));
        Assert.Equal(ScanTables.Ids(9), ScanTables.SortedIds(await _retail.Customers.ScanGSI1().InParallel(3).ToListAsync(Token)));
        Assert.Equal(4, await _ledger.Payments.ScanByDay().InParallel(3).CountAsync(Token));
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_index()
    {
        string cursor = (await _retail.Customers.ScanGSI1().PageSize(1).FirstPageAsync(Token)).Cursor!;

        CursorException error = Assert.Throws<CursorException>(() => _retail.Customers.Scan().From(cursor));

        Assert.Equal("The cursor is damaged, or not one of Customer.Scan.", error.Message);
        Assert.Equal(
            "The cursor is damaged, or not one of Invoice.Scan of index GSI1.",
            Assert.Throws<CursorException>(() => _retail.Invoices.ScanGSI1().From(cursor)).Message);
    }

    [Fact]
    public async Task A_global_index_has_no_consistent_scan_and_a_local_one_has()
    {
        RequestRejectedException error = await Assert.ThrowsAsync<RequestRejectedException>(
            () => _ledger.Payments.ScanByDay().Consistent().ToListAsync(Token).AsTask());

        Assert.Equal("The scan for Payment was refused: Consistent reads are not supported on global secondary indexes", error.Message);
        Assert.Equal(Payments(8), Sorted(await _ledger.Payments.ScanBy_Amount().Consistent().ToListAsync(Token)));
    }

    [Fact]
    public void An_explanation_names_the_index()
    {
        Assert.Equal(
            """
            Scan       retail index GSI1, for Customer
            Filter     NOT _type IN ("Invoice")
            Reads      eventually consistent, every item of the index
            Capacity   0.5 to 128 units a page
            """,
            _retail.Customers.ScanGSI1().Explain().ToString());
        Assert.Equal(
            """
            Scan       ledger index ByDay, for Payment
            Reads      eventually consistent, every item of the index, then each entity from the table
            Capacity   0.5 to 128 units a page
            """,
            _ledger.Payments.ScanByDay().Explain().ToString());
    }

    private static async Task<List<TEntity>> ByPagesAsync<TEntity, TFields>(Scan<TEntity, TFields> scan, int taken)
        where TEntity : notnull, IEntity<TEntity>
        where TFields : struct
    {
        var found = new List<TEntity>();
        string? cursor = null;
        do
        {
            Page<TEntity> page = await scan.From(cursor).Take(taken).FirstPageAsync(Token);
            found.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);
        return found;
    }

    private static Payment Payment(int number) => new("1", number, number < 4 ? Day : null, number, number % 2 == 0 ? "even" : "odd");

    private static IEnumerable<Payment> Payments(int count) => Enumerable.Range(0, count).Select(Payment);

    private static IEnumerable<Payment> Sorted(IEnumerable<Payment> payments) => payments.OrderBy(payment => payment.Number);
}

public sealed class IndexScansOnEngine() : IndexScanTests(new EmbeddedEngine());

public sealed class IndexScansOnOracle() : IndexScanTests(new OracleBackend());

/// <summary>On a backend that speaks JSON and answers later.</summary>
public sealed class IndexScansOnJson() : IndexScanTests(new JsonBackend());
