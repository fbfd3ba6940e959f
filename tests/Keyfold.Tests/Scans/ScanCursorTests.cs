using Keyfold.Tests.Model;

namespace Keyfold.Tests.Scans;

public sealed class ScanCursorTests : IAsyncLifetime
{
    private readonly RetailTable _retail = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await ScanTables.FillAsync(_retail, 9);

    public ValueTask DisposeAsync() => default;

    [Fact]
    public async Task Pages_have_what_each_request_gave()
    {
        var pages = new List<Page<Customer>>();
        await foreach (Page<Customer> page in _retail.Customers.Scan().PageSize(8).Pages(Token))
        {
            pages.Add(page);
        }

        Assert.Equal(
            [(8, 0.5, true), (8, 0.5, true), (2, 0.5, false)], pages.Select(page => (page.EvaluatedCount, page.CapacityUnits, page.Cursor is not null)));
        Assert.Equal(ScanTables.Ids(9), ScanTables.SortedIds(pages.SelectMany(page => page.Items)));
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(1, 2)]
    public async Task A_scan_goes_on_behind_each_page(int? segment, int? totalSegments)
    {
        Scan<Customer, CustomerFields> scan = _retail.Customers.Scan();
        scan = segment is { } number ? scan.Segment(number, totalSegments!.Value) : scan;
        var found = new List<Customer>();
        string? cursor = null;
        do
        {
            Page<Customer> page = await scan.From(cursor).Take(2).FirstPageAsync(Token);
            found.AddRange(page.Items);
            cursor = page.Cursor;
        }
        while (cursor is not null);

        Assert.Equal((await scan.ToListAsync(Token)).Select(c => c.Id), found.Select(c => c.Id));
    }

    [Fact]
    public async Task A_cursor_belongs_to_its_entity_its_segment_and_to_scans()
    {
        string cursor = (await _retail.Customers.Scan().PageSize(1).FirstPageAsync(Token)).Cursor!;
        string ofQuery = (await _retail.Customers.ByCountry("France").PageSize(1).FirstPageAsync(Token)).Cursor!;

        CursorException error = Assert.Throws<CursorException>(() => _retail.Customers.Scan().Segment(0, 2).From(cursor));
        Assert.Equal("The cursor is damaged, or not one of Customer.Scan for segment 0 of 2.", error.Message);
        Assert.Throws<CursorException>(() => _retail.Invoices.Scan().From(cursor));
        Assert.Throws<CursorException>(() => _retail.Customers.ByCountry("France").From(cursor));
        Assert.Throws<CursorException>(() => _retail.Customers.Scan().From(ofQuery));
        Assert.Throws<CursorException>(() => _retail.Customers.Scan().From("?"));
    }

    [Fact]
    public async Task A_segment_is_not_changed_behind_a_cursor()
    {
        string cursor = (await _retail.Customers.Scan().PageSize(1).FirstPageAsync(Token)).Cursor!;

        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => _retail.Customers.Scan().From(cursor).Segment(0, 2));

        Assert.Equal("A cursor belongs to a segment: call Segment before From.", error.Message);
    }
}
