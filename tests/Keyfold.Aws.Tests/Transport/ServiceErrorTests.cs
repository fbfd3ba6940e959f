using System.Net;
using Amazon.Runtime;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Aws.Tests.Transport;

/// <summary>Errors of the service as the contract's exceptions.</summary>
public sealed class ServiceErrorTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 17, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(400, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException", StorageErrorCode.ProvisionedThroughputExceededException, true)]
    [InlineData(400, "com.amazon.coral.availability#ThrottlingException", StorageErrorCode.ThrottlingException, true)]
    [InlineData(400, "com.amazonaws.dynamodb.v20120810#RequestLimitExceeded", StorageErrorCode.RequestLimitExceeded, true)]
    [InlineData(400, "com.amazonaws.dynamodb.v20120810#ReplicatedWriteConflictException", StorageErrorCode.TransactionConflictException, true)]
    [InlineData(400, "com.amazon.coral.validate#ValidationException", StorageErrorCode.ValidationException, false)]
    [InlineData(400, "com.amazon.coral.service#UnrecognizedClientException", StorageErrorCode.AccessDeniedException, false)]
    [InlineData(400, "com.amazon.coral.service#NewException", StorageErrorCode.Unrecognized, false)]
    [InlineData(500, "com.amazonaws.dynamodb.v20120810#InternalServerError", StorageErrorCode.InternalServerError, true)]
    [InlineData(503, "com.amazon.coral.service#ServiceUnavailableException", StorageErrorCode.ServiceUnavailable, true)]
    public async Task An_error_has_its_code_message_and_request_id(int status, string type, StorageErrorCode code, bool isTransient)
    {
        StorageException error = await Refused(() => WithId(StubHandler.Json($$"""{"__type":"{{type}}","message":"Because."}""", (HttpStatusCode)status)));
        Assert.Equal((code, isTransient, "ABC123"), (error.Code, error.IsTransient, error.RequestId));
        Assert.EndsWith("Because.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(500, StorageErrorCode.InternalServerError)]
    [InlineData(502, StorageErrorCode.ServiceUnavailable)]
    [InlineData(503, StorageErrorCode.ServiceUnavailable)]
    [InlineData(429, StorageErrorCode.ThrottlingException)]
    [InlineData(403, StorageErrorCode.AccessDeniedException)]
    [InlineData(413, StorageErrorCode.Unrecognized)]
    public async Task An_error_of_a_proxy_has_the_code_of_its_status(int status, StorageErrorCode code) =>
        Assert.Equal(code, (await Refused(() => StubHandler.Json("<html>No.</html>", (HttpStatusCode)status))).Code);

    [Theory]
    [InlineData(null, null)]
    [InlineData("7", 7)]
    [InlineData("Sun, 22 Nov 2026 17:00:30 GMT", 30)]
    [InlineData("Sun, 22 Nov 2026 16:59:00 GMT", 0)]
    [InlineData("soon", null)]
    public async Task A_throttled_request_tells_when_to_come_back(string? header, int? seconds)
    {
        StorageException error = await Refused(() =>
        {
            HttpResponseMessage answer = StubHandler.Json(
                """{"__type":"com.amazonaws.dynamodb.v20120810#ThrottlingException","message":"Slow down."}""", HttpStatusCode.BadRequest);
            answer.Headers.Date = Now;
            if (header is not null)
            {
                answer.Headers.TryAddWithoutValidation("Retry-After", header);
            }

            return answer;
        });
        Assert.Equal((StorageErrorCode.ThrottlingException, seconds), (error.Code, (int?)error.RetryAfter?.TotalSeconds));
    }

    [Fact]
    public async Task A_failed_condition_has_its_item()
    {
        StorageException error = await Refused(() => StubHandler.Json(
            """{"__type":"com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException","message":"The conditional request failed","Item":{"PK":{"S":"a"}}}""",
            HttpStatusCode.BadRequest));
        Assert.Equal("""{"PK":{"S":"a"}}""", System.Text.Encoding.UTF8.GetString(error.Item.Span));
    }

    [Fact]
    public async Task A_cancelled_transaction_has_a_reason_for_each_action()
    {
        StorageException error = await Refused(() => StubHandler.Json(
            """
            {"__type":"com.amazonaws.dynamodb.v20120810#TransactionCanceledException","Message":"Cancelled.","CancellationReasons":[
              {"Code":"None"},{"Code":"ConditionalCheckFailed","Message":"The conditional request failed","Item":{"PK":{"S":"a"}}},{"Code":"TransactionConflict","Message":"Busy"}]}
            """,
            HttpStatusCode.BadRequest));
        Assert.Equal(
            [(CancellationCode.None, null, 0), (CancellationCode.ConditionalCheckFailed, "The conditional request failed", 16), (CancellationCode.TransactionConflict, "Busy", 0)],
            error.CancellationReasons.Select(reason => (reason.Code, reason.Message, reason.Item.Length)));
    }

    [Fact]
    public async Task A_wrong_clock_is_corrected_for_the_next_request()
    {
        StubHandler handler = new(_ =>
        {
            HttpResponseMessage answer = StubHandler.Json(
                """{"__type":"com.amazon.coral.service#InvalidSignatureException","message":"Signature expired: 20261122T170000Z is now earlier than 20261122T175500Z"}""",
                HttpStatusCode.BadRequest);
            answer.Headers.Date = Now + TimeSpan.FromHours(1);
            return answer;
        });
        using DynamoDbBackend backend = Connect(handler);
        Assert.Equal(StorageErrorCode.RequestTimeTooSkewed, (await Refused(backend)).Code);

        // now the clock is right: the same answer means that the signature is wrong
        Assert.Equal(StorageErrorCode.AccessDeniedException, (await Refused(backend)).Code);
        Assert.Equal(["20261122T170000Z", "20261122T180000Z"], handler.Sent.Select(sent => sent.Date));
    }

    [Fact]
    public async Task Expired_credentials_are_fetched_anew_for_the_next_request()
    {
        StubHandler handler = new(_ => StubHandler.Json("""{"__type":"com.amazon.coral.service#ExpiredTokenException","message":"Expired."}""", HttpStatusCode.BadRequest));
        using DynamoDbBackend backend = Connect(handler, new CountingCredentials());
        Assert.Equal(StorageErrorCode.ExpiredTokenException, (await Refused(backend)).Code);
        Assert.Equal(StorageErrorCode.ExpiredTokenException, (await Refused(backend)).Code);
        Assert.Equal(["token1", "token2"], handler.Sent.Select(sent => sent.Token));
    }

    private static HttpResponseMessage WithId(HttpResponseMessage answer)
    {
        answer.Headers.Add("x-amzn-RequestId", "ABC123");
        return answer;
    }

    private static async Task<StorageException> Refused(Func<HttpResponseMessage> answer)
    {
        using DynamoDbBackend backend = Connect(new StubHandler(_ => answer()));
        return await Refused(backend);
    }

    private static async Task<StorageException> Refused(DynamoDbBackend backend) => await Assert.ThrowsAsync<StorageException>(async () => await backend.PutItemAsync(
        new PutItemRequest { TableName = "retail", Item = ItemCodec.Encode([("PK", "a")], ItemEncoding.Json) }, TestContext.Current.CancellationToken));

    private static DynamoDbBackend Connect(StubHandler handler, AWSCredentials? credentials = null) => new(new DynamoDbOptions
    {
        Region = "eu-central-1",
        Credentials = credentials ?? new BasicAWSCredentials("keyfold", "keyfold"),
        Handler = handler,
        TimeProvider = new FixedClock(),
    });

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class CountingCredentials : AWSCredentials
    {
        private int _count;

        public override ImmutableCredentials GetCredentials() => new("key", "secret", $"token{++_count}");
    }
}
