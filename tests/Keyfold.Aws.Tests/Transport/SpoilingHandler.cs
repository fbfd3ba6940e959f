using System.Net;
using Keyfold.Engine;
using Keyfold.Protocol;
using Keyfold.Protocol.InProcess;

namespace Keyfold.Aws.Tests.Transport;

/// <summary>How an answer is spoilt.</summary>
public enum Spoil
{
    /// <summary>Refused for want of capacity.</summary>
    Throttle,

    /// <summary>Refused since the credentials have expired.</summary>
    RefuseExpired,

    /// <summary>Refused since the clock is wrong.</summary>
    RefuseSkewed,

    /// <summary>The service fails and has done nothing.</summary>
    FailBefore,

    /// <summary>The service fails when it has done what it was asked for.</summary>
    FailAfter,

    /// <summary>Done, and the connection is lost.</summary>
    LoseAnswer,

    /// <summary>Done, and half of the answer comes.</summary>
    TruncateAnswer,

    /// <summary>Done, and the answer is another one than its checksum says.</summary>
    CorruptAnswer,
}

/// <summary>The wire to an engine, which spoils the first answers and then is sound.</summary>
internal sealed class SpoilingHandler(EmbeddedEngine engine, Spoil spoil, int times) : HttpMessageHandler
{
    private readonly HttpMessageInvoker _service = new(new InProcessHandler(new DynamoDbProtocol(engine, engine)));

    /// <summary>How many requests have come.</summary>
    public int Requests { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Requests++;
        if (Requests > times)
        {
            return await _service.SendAsync(request, cancellationToken);
        }

        switch (spoil)
        {
            case Spoil.Throttle:
                return Refused("com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException", HttpStatusCode.BadRequest);
            case Spoil.RefuseExpired:
                return Refused("com.amazon.coral.service#ExpiredTokenException", HttpStatusCode.BadRequest);
            case Spoil.RefuseSkewed:
                HttpResponseMessage skewed = Refused("com.amazon.coral.service#RequestTimeTooSkewed", HttpStatusCode.BadRequest);
                skewed.Headers.Date = new DateTimeOffset(2001, 1, 1, 0, 0, 0, TimeSpan.Zero);
                return skewed;
            case Spoil.FailBefore:
                return Refused("com.amazonaws.dynamodb.v20120810#InternalServerError", HttpStatusCode.InternalServerError);
        }

        using HttpResponseMessage done = await _service.SendAsync(request, cancellationToken);
        byte[] body = await done.Content.ReadAsByteArrayAsync(cancellationToken);
        return spoil switch
        {
            Spoil.FailAfter => Refused("com.amazonaws.dynamodb.v20120810#InternalServerError", HttpStatusCode.InternalServerError),
            Spoil.LoseAnswer => throw new HttpRequestException(HttpRequestError.ResponseEnded, "The connection ended."),
            Spoil.TruncateAnswer => Answer(body.AsSpan(0, body.Length / 2), checksum: null),
            _ => Answer(body, System.IO.Hashing.Crc32.HashToUInt32(body) ^ 1),
        };
    }

    protected override void Dispose(bool disposing)
    {
        _service.Dispose();
        base.Dispose(disposing);
    }

    private static HttpResponseMessage Refused(string type, HttpStatusCode status) => StubHandler.Json($$"""{"__type":"{{type}}","message":"No."}""", status);

    private static HttpResponseMessage Answer(ReadOnlySpan<byte> body, uint? checksum)
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(body.ToArray()) };
        if (checksum is { } sum)
        {
            answer.Headers.Add("x-amz-crc32", sum.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }

        return answer;
    }
}
