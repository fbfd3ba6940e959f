using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Net;
using System.Text;
using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Server.Tests;

/// <summary>Packed bodies both ways, and bodies that are too large, packed or not.</summary>
public sealed class CompressionTests
{
    private const int TooLarge = 20 * 1024 * 1024;
    private const string Request = """{"TableName":"Texts","Key":{"Id":{"S":"a"}}}""";

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task A_packed_request_is_unpacked(string encoding)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        Assert.Equal((200, """{"TableNames":[]}"""), await SendAsync(server, Pack(encoding, "{}"u8.ToArray()), encoding));
    }

    [Fact]
    public async Task Several_packed_members_are_one_body()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        Assert.Equal((200, """{"TableNames":[]}"""), await SendAsync(server, [.. Pack("gzip", "{"u8.ToArray()), .. Pack("gzip", "}"u8.ToArray())], "gzip"));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("deflate")]
    public async Task What_only_says_that_it_is_packed_is_refused(string encoding)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        const string Refusal = """{"__type":"com.amazon.coral.service#SerializationException"}""";
        Assert.Equal((400, Refusal), await SendAsync(server, "{}"u8.ToArray(), encoding));
        Assert.Equal((400, Refusal), await SendAsync(server, Pack(encoding, new byte[5000])[..^10], encoding));
    }

    [Theory]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("deflate", "deflate")]
    [InlineData("gzip;q=0, deflate;q=0.5", "deflate")]
    [InlineData("br", null)]
    [InlineData("identity", null)]
    public async Task A_long_answer_is_packed_for_who_wants_it(string accepted, string? encoding)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using AmazonDynamoDBClient client = server.Connect();
        await client.CreateTableAsync("Texts", [new("Id", KeyType.HASH)], [new("Id", ScalarAttributeType.S)], new ProvisionedThroughput(1, 1));
        await client.PutItemAsync("Texts", new() { ["Id"] = new("a"), ["Text"] = new(string.Join(' ', Enumerable.Range(0, 2000))) });
        using HttpResponseMessage plain = await server.PostAsync("GetItem", Request);
        using HttpResponseMessage response = await server.PostAsync(
            "GetItem", Encoding.UTF8.GetBytes(Request), request => request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted));
        byte[] sent = await response.Content.ReadAsByteArrayAsync();

        Assert.Equal(encoding, response.Content.Headers.ContentEncoding.SingleOrDefault());
        Assert.Equal(Crc32.HashToUInt32(sent).ToString(CultureInfo.InvariantCulture), Assert.Single(response.Headers.GetValues("x-amz-crc32")));
        Assert.Equal(await plain.Content.ReadAsStringAsync(), Encoding.UTF8.GetString(encoding is null ? sent : Unpack(encoding, sent)));
    }

    [Fact]
    public async Task A_short_answer_is_not_packed()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        using HttpResponseMessage response = await server.PostAsync("ListTables", "{}"u8.ToArray(), request => request.Headers.Add("Accept-Encoding", "gzip"));
        Assert.Empty(response.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_body_of_16_MB_is_read_and_one_of_a_byte_more_is_not()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        byte[] largest = Encoding.ASCII.GetBytes("{}".PadRight(ServerOptions.BodyBytesMax));
        using HttpResponseMessage response = await server.PostAsync("ListTables", largest);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        await AssertTooLargeAsync(server, [.. largest, (byte)' ']);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_body_of_20_MB_is_refused(bool isChunked)
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        await AssertTooLargeAsync(server, new byte[TooLarge], request => request.Headers.TransferEncodingChunked = isChunked);
    }

    [Fact]
    public async Task A_body_that_unpacks_to_20_MB_is_refused()
    {
        await using ServerUnderTest server = await ServerUnderTest.StartAsync();
        Assert.Equal((413, ""), await SendAsync(server, Pack("gzip", new byte[TooLarge]), "gzip"));
    }

    private static async Task AssertTooLargeAsync(ServerUnderTest server, byte[] body, Action<HttpRequestMessage>? change = null)
    {
        using HttpResponseMessage response = await server.PostAsync("ListTables", body, request =>
        {
            // with 100-continue the client hears the refusal before it sends anything
            request.Headers.ExpectContinue = true;
            change?.Invoke(request);
        });
        Assert.Equal((413, ""), ((int)response.StatusCode, await response.Content.ReadAsStringAsync()));
    }

    private static async Task<(int Status, string Body)> SendAsync(ServerUnderTest server, byte[] body, string encoding)
    {
        using HttpResponseMessage response = await server.PostAsync("ListTables", body, request => request.Content!.Headers.ContentEncoding.Add(encoding));
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private static byte[] Pack(string encoding, byte[] bytes)
    {
        using MemoryStream packed = new();
        using (Stream packing = encoding == "gzip" ? new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true) : new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            packing.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Unpack(string encoding, byte[] packed)
    {
        using MemoryStream source = new(packed), bytes = new();
        using Stream unpacking = encoding == "gzip" ? new GZipStream(source, CompressionMode.Decompress) : new ZLibStream(source, CompressionMode.Decompress);
        unpacking.CopyTo(bytes);
        return bytes.ToArray();
    }
}
