using Keyfold.Server.Http;

namespace Keyfold.Server.Tests;

public sealed class BriefRequestsTests
{
    [Theory]
    [InlineData("DynamoDB_20120810.GetItem", 65_536, true)]
    [InlineData("DynamoDB_20120810.PutItem", 65_537, false)]
    [InlineData("DynamoDB_20120810.Query", 100, true)]
    [InlineData("DynamoDB_20120810.Scan", 100, false)]
    [InlineData("DynamoDB_20120810.UpdateTable", 100, false)]
    [InlineData("DynamoDB_20120810.ExecuteStatement", 100, false)]
    [InlineData(null, 2, false)]
    public void Only_requests_that_end_soon_are_answered_where_they_are_received(string? target, int bodyBytes, bool isBrief) =>
        Assert.Equal(isBrief, BriefRequests.Contains(target, bodyBytes));
}
