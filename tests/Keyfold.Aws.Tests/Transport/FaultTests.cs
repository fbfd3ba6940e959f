using Amazon.Runtime;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Aws.Tests.Transport;

/// <summary>What goes wrong on the way ends in the exception that tells whether a write may be sent again.</summary>
public sealed class FaultTests
{
    private const string Ok = "HTTP/1.1 200 OK";
    private const string Answer = """{"Attributes":{"PK":{"S":"a"}}}""";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_whole_answer_is_taken()
    {
        await using ScriptedServer server = ScriptedServer.Answering($"{Ok}\nContent-Length: {Answer.Length}\nx-amz-crc32: {Crc(Answer)}", Answer);
        using DynamoDbBackend backend = Connect(server.Address);
        PutItemResponse response = await Put(backend);
        Assert.Equal("""{"PK":{"S":"a"}}""", System.Text.Encoding.UTF8.GetString(response.Attributes.Span));
    }

    [Fact]
    public async Task An_answer_without_length_or_checksum_is_taken()
    {
        await using ScriptedServer server = ScriptedServer.Answering($"{Ok}\nConnection: close", Answer);
        using DynamoDbBackend backend = Connect(server.Address);
        Assert.False((await Put(backend)).Attributes.IsEmpty);
    }

    [Fact]
    public async Task A_refused_connection_has_not_been_applied()
    {
        ScriptedServer server = ScriptedServer.Answering(Ok);
        Uri gone = server.Address;
        await server.DisposeAsync();
        using DynamoDbBackend backend = Connect(gone);
        await Fails(TransportFailure.NotConnected, mayHaveBeenApplied: false, backend);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData(Ok, "")]
    [InlineData(Ok + "\nContent-Length: 31", """{"Attributes":{"PK":""")]
    [InlineData(Ok + "\nTransfer-Encoding: chunked", "5\r\n{\"Att\r\n1F\r\nribu")]
    public async Task A_connection_lost_after_the_request_may_have_been_applied(string head, string body)
    {
        // a head that ends with the connection: its empty line never comes
        await using ScriptedServer server = body.Length == 0
            ? new ScriptedServer((_, connection, end) => connection.WriteAsync(System.Text.Encoding.ASCII.GetBytes(head), end).AsTask())
            : ScriptedServer.Answering(head, body);
        using DynamoDbBackend backend = Connect(server.Address);
        await Fails(TransportFailure.ConnectionLost, mayHaveBeenApplied: true, backend);
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData(Answer, 1)]
    [InlineData("""{"Attributes":{"PK":{"S":"b"}}}""", 0)]
    public async Task An_answer_that_does_not_fit_its_checksum_may_have_been_applied(string body, int offBy)
    {
        await using ScriptedServer server = ScriptedServer.Answering($"{Ok}\nContent-Length: {body.Length}\nx-amz-crc32: {Crc(Answer) + (uint)offBy}", body);
        using DynamoDbBackend backend = Connect(server.Address);
        await Fails(TransportFailure.ChecksumMismatch, mayHaveBeenApplied: true, backend);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>")]
    [InlineData("""{"Attributes":{"PK":""")]
    public async Task An_answer_that_is_no_JSON_may_have_been_applied(string body)
    {
        await using ScriptedServer server = ScriptedServer.Answering($"{Ok}\nContent-Length: {body.Length}", body);
        using DynamoDbBackend backend = Connect(server.Address);
        await Fails(TransportFailure.UnreadableAnswer, mayHaveBeenApplied: true, backend);
    }

    [Fact]
    public async Task A_page_without_items_is_unreadable_unless_they_were_only_counted()
    {
        var handler = new StubHandler(_ => StubHandler.Json("""{"Count":2,"ScannedCount":3}"""));
        using var backend = new DynamoDbBackend(new DynamoDbOptions { Region = "eu-central-1", Credentials = new BasicAWSCredentials("keyfold", "keyfold"), Handler = handler });
        TransportException error = await Assert.ThrowsAsync<TransportException>(async () => await backend.ScanAsync(new ScanRequest { TableName = "retail" }, Cancellation));
        Assert.Equal(TransportFailure.UnreadableAnswer, error.Failure);
        ScanResponse counted = await backend.ScanAsync(new ScanRequest { TableName = "retail", Select = Select.Count }, Cancellation);
        Assert.Equal((2, 3), (counted.Count, counted.ScannedCount));
    }

    [Fact]
    public async Task What_is_no_HTTP_may_have_been_applied()
    {
        await using ScriptedServer server = ScriptedServer.Answering("SSH-2.0-OpenSSH_9.6");
        using DynamoDbBackend backend = Connect(server.Address);
        await Fails(TransportFailure.UnreadableAnswer, mayHaveBeenApplied: true, backend);
    }

    [Fact]
    public async Task No_answer_in_time_may_have_been_applied()
    {
        var clock = new EndedTime();
        await using var server = new ScriptedServer((_, _, end) =>
        {
            clock.End();
            return Task.Delay(Timeout.Infinite, end);
        });
        using DynamoDbBackend backend = Connect(server.Address, clock);
        await Fails(TransportFailure.TimedOut, mayHaveBeenApplied: true, backend);
    }

    [Fact]
    public async Task A_body_that_stops_may_have_been_applied()
    {
        var clock = new EndedTime();
        await using var server = new ScriptedServer(async (_, connection, end) =>
        {
            await connection.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 31\r\n\r\n{\"Attr"u8.ToArray(), end);
            clock.End();
            await Task.Delay(Timeout.Infinite, end);
        });
        using DynamoDbBackend backend = Connect(server.Address, clock);
        await Fails(TransportFailure.TimedOut, mayHaveBeenApplied: true, backend);
    }

    [Fact]
    public async Task The_callers_token_ends_the_call_with_the_callers_exception()
    {
        using var stop = new CancellationTokenSource();
        await using var server = new ScriptedServer(async (_, _, end) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, end);
        });
        using DynamoDbBackend backend = Connect(server.Address);
        OperationCanceledException error = await Assert.ThrowsAsync<OperationCanceledException>(() => Put(backend, stop.Token));
        Assert.Equal(stop.Token, error.CancellationToken);
    }

    [Fact]
    public async Task A_backend_goes_on_after_a_failure()
    {
        int requests = 0;
        await using var server = new ScriptedServer((_, connection, end) => Interlocked.Increment(ref requests) % 2 == 1
            ? Task.CompletedTask
            : connection.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {Answer.Length}\r\n\r\n{Answer}"), end).AsTask());
        using DynamoDbBackend backend = Connect(server.Address);
        for (int i = 0; i < 3; i++)
        {
            await Fails(TransportFailure.ConnectionLost, mayHaveBeenApplied: true, backend);
            Assert.False((await Put(backend)).Attributes.IsEmpty);
        }
    }

    private static uint Crc(string text) => System.IO.Hashing.Crc32.HashToUInt32(System.Text.Encoding.UTF8.GetBytes(text));

    private static DynamoDbBackend Connect(Uri address, TimeProvider? clock = null) => new(new DynamoDbOptions
    {
        ServiceUrl = address,
        Credentials = new BasicAWSCredentials("keyfold", "keyfold"),
        RequestTimeout = clock is null ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(1),
        TimeProvider = clock ?? TimeProvider.System,
    });

    private static async Task<PutItemResponse> Put(DynamoDbBackend backend, CancellationToken? cancellationToken = null) => await backend.PutItemAsync(
        new PutItemRequest { TableName = "retail", Item = ItemCodec.Encode([("PK", "a")], ItemEncoding.Json) }, cancellationToken ?? Cancellation);

    private static async Task Fails(TransportFailure failure, bool mayHaveBeenApplied, DynamoDbBackend backend)
    {
        TransportException error = await Assert.ThrowsAsync<TransportException>(() => Put(backend));
        Assert.Equal((failure, mayHaveBeenApplied), (error.Failure, error.MayHaveBeenApplied));
    }
}
