using System.Globalization;
using System.IO.Compression;
using System.Text;
using Amazon.Runtime;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Aws.Tests.Transport;

/// <summary>Answers that a proxy or a compatible service packs. The checksum is of the bytes on the wire.</summary>
public sealed class PackedAnswerTests
{
    private static readonly string Item = """{"PK":{"S":"a"},"Text":{"S":"#"}}""".Replace("#", new string('x', 50_000), StringComparison.Ordinal);
    private static readonly byte[] Packed = Pack("{\"Attributes\":" + Item + "}");

    [Fact]
    public async Task A_packed_answer_is_read()
    {
        PutItemResponse response = await Put(Packed, "gzip", Packed);
        Assert.Equal(Item, Encoding.UTF8.GetString(response.Attributes.Span));
    }

    [Fact]
    public async Task A_changed_byte_of_a_packed_answer_is_found()
    {
        byte[] changed = [.. Packed];
        changed[^20] ^= 1;
        Assert.Equal(TransportFailure.ChecksumMismatch, await FailureOf(changed, "gzip", Packed));
    }

    [Theory]
    [InlineData("gzip", 10)]
    [InlineData("br", 0)]
    public async Task What_cannot_be_unpacked_is_unreadable(string encoding, int cut)
    {
        byte[] body = [.. Packed[cut..]];
        Assert.Equal(TransportFailure.UnreadableAnswer, await FailureOf(body, encoding, body));
    }

    private static async Task<TransportFailure> FailureOf(byte[] body, string encoding, byte[] checkedBytes) =>
        (await Assert.ThrowsAsync<TransportException>(() => Put(body, encoding, checkedBytes))).Failure;

    private static async Task<PutItemResponse> Put(byte[] body, string encoding, byte[] checkedBytes)
    {
        var handler = new StubHandler(_ =>
        {
            var answer = new HttpResponseMessage { Content = new ByteArrayContent(body) };
            answer.Content.Headers.ContentEncoding.Add(encoding);
            answer.Headers.Add("x-amz-crc32", System.IO.Hashing.Crc32.HashToUInt32(checkedBytes).ToString(CultureInfo.InvariantCulture));
            return answer;
        });
        using var backend = new DynamoDbBackend(new DynamoDbOptions
        {
            Region = "eu-central-1",
            Credentials = new BasicAWSCredentials("keyfold", "keyfold"),
            Handler = handler,
        });
        return await backend.PutItemAsync(
            new PutItemRequest { TableName = "retail", Item = ItemCodec.Encode([("PK", "a")], ItemEncoding.Json), ReturnValues = ReturnValues.AllOld },
            TestContext.Current.CancellationToken);
    }

    private static byte[] Pack(string text)
    {
        using var packed = new MemoryStream();
        using (var stream = new GZipStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }
}
