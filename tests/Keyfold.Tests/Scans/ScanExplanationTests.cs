using Keyfold.Tests.Model;

namespace Keyfold.Tests.Scans;

public sealed class ScanExplanationTests
{
    private readonly RetailTable _retail = new();

    [Fact]
    public void A_scan_tells_what_it_would_send_and_cost()
    {
        Assert.Equal(
            """
            Scan       retail, for Customer
            Filter     NOT _type IN ("Invoice")
            Reads      eventually consistent, every item of the table
            Capacity   0.5 to 128 units a page
            """,
            _retail.Customers.Scan().Explain().ToString());
        Assert.Equal(
            """
            Scan       retail, for Invoice
            Filter     NOT _type IN ("Customer") AND Total > 100
            Limit      1
            Segment    2 of 4
            Reads      strongly consistent, every item of the segment
            Capacity   1 to 100 units a page
            """,
            _retail.Invoices.Scan().Segment(2, 4).Consistent().Where(i => i.Total > 100m).PageSize(1).Take(5).Explain().ToString());
    }

    [Fact]
    public void A_parallel_scan_shows_its_first_segment()
    {
        ScanExplanation explanation = _retail.Customers.Scan().InParallel(4).Explain();

        Assert.Equal((0, 4), (explanation.Request.Segment, explanation.Request.TotalSegments));
    }
}
