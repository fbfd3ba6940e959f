using System.Net;
using Amazon.Runtime;
using Keyfold.Aws.Tests.Transport;
using Keyfold.Storage;

namespace Keyfold.Aws.Tests.Tables;

/// <summary>How often the service is asked about a table.</summary>
public sealed class TableRequestTests
{
    [Theory]
    [InlineData(350, new[] { 100, 200, 350, 350 })]
    [InlineData(20, new[] { 20, 20, 20, 20 })]
    [InlineData(5_000, new[] { 100, 200, 400, 800 })]
    public async Task Each_wait_is_twice_the_one_before_up_to_the_interval(int interval, int[] waits)
    {
        var clock = new ImpatientTime();
        int looks = 0;
        using var backend = new DynamoDbBackend(new DynamoDbOptions
        {
            ServiceUrl = new Uri("http://keyfold.invalid"),
            Credentials = new BasicAWSCredentials("keyfold", "keyfold"),
            RequestTimeout = Timeout.InfiniteTimeSpan,
            TableStatusInterval = TimeSpan.FromMilliseconds(interval),
            TimeProvider = clock,
            Handler = new StubHandler(request => Target(request) == "UpdateTable"
                ? Described("TableDescription", "UPDATING")
                : Described("Table", looks++ < waits.Length ? "UPDATING" : "ACTIVE")),
        });

        TableDescription described = await backend.UpdateTableAsync(new UpdateTableRequest("notes") { IsDeletionProtected = true }, TestContext.Current.CancellationToken);

        Assert.Equal(TableStatus.Active, described.Status);
        Assert.Equal(waits.Select(wait => TimeSpan.FromMilliseconds(wait)), clock.Waits);
    }

    [Fact]
    public async Task What_the_SDK_would_try_again_is_tried_as_often_as_asked()
    {
        var handler = new StubHandler(_ => StubHandler.Json("""{"__type":"LimitExceededException","message":"Too many."}""", HttpStatusCode.BadRequest));
        using var backend = new DynamoDbBackend(new DynamoDbOptions
        {
            ServiceUrl = new Uri("http://keyfold.invalid"),
            Credentials = new BasicAWSCredentials("keyfold", "keyfold"),
            TableRetriesMax = 0,
            Handler = handler,
        });

        StorageException error = await Assert.ThrowsAsync<StorageException>(() => backend.DescribeTableAsync("notes", TestContext.Current.CancellationToken).AsTask());

        Assert.Equal((StorageErrorCode.LimitExceededException, "Too many.", 1), (error.Code, error.Message, handler.Sent.Count));
    }

    private static HttpResponseMessage Described(string member, string status) => StubHandler.Json($$"""
        {"{{member}}": {
          "TableName": "notes", "TableArn": "arn", "TableId": "id", "KeySchema": [{"AttributeName": "PK", "KeyType": "HASH"}],
          "AttributeDefinitions": [{"AttributeName": "PK", "AttributeType": "S"}], "BillingModeSummary": {"BillingMode": "PAY_PER_REQUEST"}, "TableStatus": "{{status}}"
        } }
        """);

    private static string Target(HttpRequestMessage request) => request.Headers.GetValues("X-Amz-Target").Single().Split('.')[1];

    /// <summary>A clock whose timers end when they begin, and which remembers how long they should have been.</summary>
    private sealed class ImpatientTime : TimeProvider
    {
        public List<TimeSpan> Waits { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waits.Add(dueTime);
            callback(state);
            return System.CreateTimer(static _ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }
    }
}
