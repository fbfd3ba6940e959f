using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using Keyfold.Protocol;
using Keyfold.Server.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Keyfold.Server.Tests;

/// <summary>
/// What a request allocates on its way through server, protocol and engine: all but Kestrel's part, which is that of a request that does nothing. The figures
/// are those of an optimized build; a debug build makes objects of what are structs there.
/// </summary>
public sealed class AllocationTests
{
    private const string Table = "\"TableName\":\"Bench\"";
    private const int Rounds = 20;
    private const int RequestsPerRound = 50;

#if DEBUG
    private const long DebugBytesMax = 1_200;
#else
    private const long DebugBytesMax = 0;
#endif

    private readonly RequestPipeline _pipeline = new(new ServerOptions());

    [Theory]
    [InlineData("GetItem", "{" + Table + ",\"Key\":{\"PK\":{\"S\":\"1\"},\"SK\":{\"S\":\"02\"}}}", 920)]
    [InlineData("GetItem", "{" + Table + ",\"Key\":{\"PK\":{\"S\":\"1\"},\"SK\":{\"S\":\"none\"}}}", 960)]
    [InlineData("PutItem", "{" + Table + ",\"Item\":{\"PK\":{\"S\":\"1\"},\"SK\":{\"S\":\"02\"},\"Text\":{\"S\":\"text\"}}}", 1_440)]
    [InlineData("Query", "{" + Table + ",\"KeyConditionExpression\":\"PK = :p\",\"ExpressionAttributeValues\":{\":p\":{\"S\":\"1\"}}}", 2_530)]
    [InlineData("DeleteItem", "{" + Table + ",\"Key\":{\"PK\":{\"S\":\"1\"},\"SK\":{\"S\":\"none\"}}}", 960)]
    public async Task A_request_allocates_no_more_than_this(string operation, string body, long bytesMax)
    {
        await SendAsync(
            "CreateTable",
            """
            {"TableName":"Bench","BillingMode":"PAY_PER_REQUEST","AttributeDefinitions":[{"AttributeName":"PK","AttributeType":"S"},{"AttributeName":"SK","AttributeType":"S"}],"KeySchema":[{"AttributeName":"PK","KeyType":"HASH"},{"AttributeName":"SK","KeyType":"RANGE"}]}
            """);
        for (int item = 0; item < 10; item++)
        {
            await SendAsync("PutItem", "{" + Table + ",\"Item\":{\"PK\":{\"S\":\"1\"},\"SK\":{\"S\":\"0" + item + "\"},\"Text\":{\"S\":\"text\"}}}");
        }

        Exchange exchange = new(operation, body);
        long bytes = BytesPerRequest(exchange);
        Assert.Equal(200, exchange.Context.Response.StatusCode);
        Assert.True(
            bytes <= bytesMax + DebugBytesMax,
            string.Create(CultureInfo.InvariantCulture, $"{operation} allocates {bytes} bytes, at most {bytesMax + DebugBytesMax} are expected."));
    }

    private async Task SendAsync(string operation, string body)
    {
        Exchange exchange = new(operation, body);
        await _pipeline.HandleAsync(exchange.Context);
        Assert.Equal(200, exchange.Context.Response.StatusCode);
    }

    /// <summary>The least of several rounds: a collection that another test causes counts as allocated what is left of this thread's buffer.</summary>
    private long BytesPerRequest(Exchange exchange)
    {
        long least = long.MaxValue;
        for (int round = 0; round < Rounds; round++)
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int request = 0; request < RequestsPerRound; request++)
            {
                Assert.True(_pipeline.HandleAsync(exchange.Context).IsCompletedSuccessfully);
            }

            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least / RequestsPerRound;
    }

    /// <summary>A request that can be made over and over; nobody reads the answer.</summary>
    private sealed class Exchange : IRequestBodyPipeFeature, IHttpResponseBodyFeature
    {
        public Exchange(string operation, string body)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(body);
            Reader = new RepeatedBody(bytes);
            Context.Features.Set<IRequestBodyPipeFeature>(this);
            Context.Features.Set<IHttpResponseBodyFeature>(this);
            Context.Request.Method = "POST";
            Context.Request.Path = "/";
            Context.Request.ContentType = ProtocolResponse.ContentType;
            Context.Request.ContentLength = bytes.Length;
            Context.Request.Headers["X-Amz-Target"] = "DynamoDB_20120810." + operation;
            Context.Request.Headers.Authorization =
                "AWS4-HMAC-SHA256 Credential=bench/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0";
        }

        public DefaultHttpContext Context { get; } = new();

        public PipeReader Reader { get; }

        public PipeWriter Writer { get; } = new Nowhere();

        public Stream Stream => Stream.Null;

        public void DisableBuffering()
        {
        }

        public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public Task CompleteAsync() => Task.CompletedTask;
    }

    private sealed class RepeatedBody(byte[] body) : PipeReader
    {
        public override bool TryRead(out ReadResult result)
        {
            result = new ReadResult(new ReadOnlySequence<byte>(body), isCanceled: false, isCompleted: true);
            return true;
        }

        public override ValueTask<ReadResult> ReadAsync(CancellationToken cancellationToken = default)
        {
            TryRead(out ReadResult result);
            return ValueTask.FromResult(result);
        }

        public override void AdvanceTo(SequencePosition consumed)
        {
        }

        public override void AdvanceTo(SequencePosition consumed, SequencePosition examined)
        {
        }

        public override void CancelPendingRead()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }

    private sealed class Nowhere : PipeWriter
    {
        private readonly byte[] _bytes = new byte[64 * 1024];

        public override void Advance(int bytes)
        {
        }

        public override Memory<byte> GetMemory(int sizeHint = 0) => _bytes;

        public override Span<byte> GetSpan(int sizeHint = 0) => _bytes;

        public override ValueTask<FlushResult> FlushAsync(CancellationToken cancellationToken = default) => default;

        public override void CancelPendingFlush()
        {
        }

        public override void Complete(Exception? exception = null)
        {
        }
    }
}
