using Retail.Import;

namespace Retail.Tests;

/// <summary>Bad lines are named by their number, and left out only when asked.</summary>
public sealed class InvoiceFileTests
{
    private const string Header = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    private const string Good = "536365,85123A,\"HEART, WHITE\",6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom\n";

    [Fact]
    public void A_line_becomes_a_row()
    {
        InvoiceRow row = Assert.Single(Read(Header + Good));
        Assert.Equal(
            new InvoiceRow(2, "536365", "85123A", "HEART, WHITE", 6, new DateTime(2010, 12, 1, 8, 26, 0), 2.55m, "17850", "United Kingdom"),
            row);
    }

    [Theory]
    [InlineData("536365,85123A,X,6,2010-12-01 08:26:00,2.55,17850.0", "line 3: 7 fields where 8 are expected")]
    [InlineData(",85123A,X,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom", "line 3: InvoiceNo is empty")]
    [InlineData("536365,,X,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom", "line 3: StockCode is empty")]
    [InlineData("536365,85123A,X,six,2010-12-01 08:26:00,2.55,17850.0,United Kingdom", "line 3: Quantity 'six' is not a whole number")]
    [InlineData("536365,85123A,X,6,01/12/2010,2.55,17850.0,United Kingdom", "line 3: InvoiceDate '01/12/2010' is not of the form yyyy-MM-dd HH:mm:ss")]
    [InlineData("536365,85123A,X,6,2010-12-01 08:26:00,cheap,17850.0,United Kingdom", "line 3: UnitPrice 'cheap' is not a number")]
    [InlineData("536365,85123A,X,6,2010-12-01 08:26:00,2.55,17850x,United Kingdom", "line 3: CustomerID '17850x' is not a number")]
    public void A_malformed_line_is_reported_with_its_number_and_skipped_only_when_asked(string line, string message)
    {
        string file = Header + Good + line + "\n" + Good;
        Assert.Equal(message, Assert.Throws<BadRowException>(() => Read(file)).Message);

        List<string> skipped = [];
        IReadOnlyList<InvoiceRow> rows = InvoiceFile.Read(new StringReader(file), bad => skipped.Add(bad.Message));
        Assert.Equal([2, 4], rows.Select(row => row.LineNumber));
        Assert.Equal([message], skipped);
    }

    [Fact]
    public void A_file_with_another_header_is_refused() =>
        Assert.StartsWith("line 1: the header is not InvoiceNo", Assert.Throws<BadRowException>(() => Read("a,b\n1,2\n")).Message, StringComparison.Ordinal);

    [Fact]
    public void Line_numbers_count_lines_of_the_file_and_a_record_of_two_lines_ends_on_its_second() =>
        Assert.Equal([3, 4], Read(Header + Good.Replace("HEART, WHITE", "HEART,\nWHITE", StringComparison.Ordinal) + Good).Select(row => row.LineNumber));

    private static IReadOnlyList<InvoiceRow> Read(string text) => InvoiceFile.Read(new StringReader(text));
}
