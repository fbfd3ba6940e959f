using System.Globalization;
using System.Text.Json;
using Amazon.DynamoDBv2;
using Amazon.Runtime;

namespace Keyfold.Server.Tests;

/// <summary>Signatures that Amazon's SDK makes are the right ones; what is wrong with others is told as AWS tells it.</summary>
public sealed class SignatureTests
{
    private const string Credential = "Credential=ALICE/20251122/eu-central-1/dynamodb/aws4_request";
    private const string SignedHeaders = "SignedHeaders=host;x-amz-date;x-amz-target";
    private const string Signature = "Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";
    private const string Invalid = "com.amazon.coral.service#InvalidSignatureException";
    private const string Incomplete = "com.amazon.coral.service#IncompleteSignatureException";
    private const string Missing = "com.amazon.coral.service#MissingAuthenticationTokenException";
    private const string Unrecognized = "com.amazon.coral.service#UnrecognizedClientException";

    private static readonly DateTimeOffset Now = new(2025, 11, 22, 16, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task The_sdks_signature_is_the_right_one()
    {
        await using ServerUnderTest server = await StartAsync(TimeProvider.System);
        using AmazonDynamoDBClient alice = server.Connect(ServerUnderTest.Alice), bob = server.Connect(ServerUnderTest.Bob, "x");
        Assert.Empty((await alice.ListTablesAsync()).TableNames ?? []);
        Assert.Empty((await alice.ListTablesAsync()).TableNames ?? []);
        Assert.Empty((await bob.ListTablesAsync()).TableNames ?? []);
    }

    [Fact]
    public async Task A_wrong_secret_is_an_invalid_signature()
    {
        await using ServerUnderTest server = await StartAsync(TimeProvider.System);
        using AmazonDynamoDBClient client = server.Connect(new AccessKey("ALICE", "wrong"));
        AmazonServiceException error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.ListTablesAsync());
        Assert.Equal("InvalidSignatureException", error.ErrorCode);
        Assert.StartsWith(
            "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
            + "Consult the service documentation for details.\n\nThe Canonical String for this request should have been\n'POST\n/\n\n",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_key_is_an_invalid_token()
    {
        await using ServerUnderTest server = await StartAsync(TimeProvider.System);
        using AmazonDynamoDBClient client = server.Connect(new AccessKey("EVE", ServerUnderTest.Alice.Secret));
        AmazonServiceException error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.ListTablesAsync());
        Assert.Equal(("UnrecognizedClientException", "The security token included in the request is invalid."), (error.ErrorCode, error.Message));
    }

    [Fact]
    public async Task A_session_token_is_an_invalid_token()
    {
        await using ServerUnderTest server = await StartAsync(TimeProvider.System);
        using AmazonDynamoDBClient client = new(
            new SessionAWSCredentials(ServerUnderTest.Alice.Id, ServerUnderTest.Alice.Secret, "token"),
            new AmazonDynamoDBConfig { ServiceURL = server.Server.Address.ToString(), AuthenticationRegion = "eu-central-1", MaxErrorRetry = 0 });
        AmazonServiceException error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.ListTablesAsync());
        Assert.Equal("UnrecognizedClientException", error.ErrorCode);
    }

    [Fact]
    public async Task A_changed_body_is_an_invalid_signature()
    {
        await using ServerUnderTest server = await StartAsync(TimeProvider.System);
        using AmazonDynamoDBClient client = server.Connect(configure: config => config.HttpClientFactory = new ChangedBodies());
        AmazonServiceException error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => client.ListTablesAsync());
        Assert.Equal("InvalidSignatureException", error.ErrorCode);
    }

    [Theory]
    [InlineData(-14 * 60, null)]
    [InlineData(14 * 60, null)]
    [InlineData(-15 * 60 - 1, "Signature expired: 20251122T154459Z is now earlier than 20251122T154500Z (20251122T160000Z - 15 min.)")]
    [InlineData(15 * 60 + 1, "Signature not yet current: 20251122T161501Z is still later than 20251122T161500Z (20251122T160000Z + 15 min.)")]
    public async Task A_signature_holds_15_minutes_to_both_sides(int seconds, string? message)
    {
        string date = Now.AddSeconds(seconds).ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        (string type, string text) = await RefusalAsync($"AWS4-HMAC-SHA256 {Credential}, {SignedHeaders}, {Signature}", date);
        Assert.Equal(Invalid, type);
        if (message is null)
        {
            Assert.StartsWith("The request signature we calculated does not match", text, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(message, text);
        }
    }

    [Theory]
    [InlineData(null, Missing, "Request is missing Authentication Token")]
    [InlineData("Bearer abc", Missing, "Request is missing Authentication Token")]
    [InlineData("AWS4-HMAC-SHA256", Incomplete, "Authorization header requires 'Credential' parameter. Authorization header requires 'Signature' parameter. "
        + "Authorization header requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256")]
    [InlineData($"AWS4-HMAC-SHA256 {Credential},{Signature}", Incomplete, $"Authorization header requires 'SignedHeaders' parameter. Authorization=AWS4-HMAC-SHA256 {Credential},{Signature}")]
    [InlineData("AWS4-HMAC-SHA256 Credential", Incomplete, "'Credential' not a valid key=value pair (missing equal-sign) in Authorization header: 'AWS4-HMAC-SHA256 Credential'.")]
    [InlineData($"AWS4-HMAC-SHA256 {Credential} SignedHeaders=x-amz-date {Signature}", Invalid, "'Host' must be a 'SignedHeader' in the AWS Authorization.")]
    [InlineData($"AWS4-HMAC-SHA1 {Credential}, {SignedHeaders}, {Signature}", Incomplete, "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA1' (only AWS4-HMAC-SHA256 for now). ")]
    [InlineData($"AWS4-HMAC-SHA256 Credential=a/b/c/d, {SignedHeaders}, {Signature}", Incomplete, "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/c/d'")]
    [InlineData($"AWS4-HMAC-SHA256 Credential=ALICE/20251121//s3/e, {SignedHeaders}, {Signature}", Invalid, "Credential should be scoped to a valid region, not ''. "
        + "Credential should be scoped to correct service: 'dynamodb'. Credential should be scoped with a valid terminator: 'aws4_request', not 'e'. "
        + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '20251121' != '20251122', from '20251122T160000Z'.")]
    [InlineData($"AWS4-HMAC-SHA256 Credential=EVE/20251122/eu-central-1/dynamodb/aws4_request, {SignedHeaders}, {Signature}", Unrecognized, "The security token included in the request is invalid.")]
    public async Task What_is_wrong_with_a_header_is_told(string? authorization, string type, string message) =>
        Assert.Equal((type, message), await RefusalAsync(authorization, "20251122T160000Z"));

    [Theory]
    [InlineData("201", Incomplete, "Date must be in ISO-8601 'basic format'. Got '201'. See http://en.wikipedia.org/wiki/ISO_8601")]
    [InlineData(null, Incomplete, "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
        + $"Authorization=AWS4-HMAC-SHA256 {Credential}, {SignedHeaders}, {Signature}")]
    public async Task What_is_wrong_with_a_date_is_told(string? date, string type, string message) =>
        Assert.Equal((type, message), await RefusalAsync($"AWS4-HMAC-SHA256 {Credential}, {SignedHeaders}, {Signature}", date));

    [Fact]
    public async Task A_header_and_a_query_cannot_both_sign() => Assert.Equal(
        (Invalid, "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header."),
        await RefusalAsync($"AWS4-HMAC-SHA256 {Credential}, {SignedHeaders}, {Signature}", "20251122T160000Z", "/?X-Amz-Algorithm=AWS4-HMAC-SHA256"));

    [Theory]
    [InlineData("ListTables", "{", "com.amazon.coral.service#SerializationException")]
    [InlineData("Nonsense", "{}", "com.amazon.coral.service#UnknownOperationException")]
    [InlineData("ListTables", """{"Limit":"one"}""", "com.amazon.coral.service#MissingAuthenticationTokenException")]
    public async Task Syntax_comes_before_the_signature_and_types_after_it(string operation, string body, string type)
    {
        await using ServerUnderTest server = await StartAsync(new FixedClock(Now));
        using HttpResponseMessage response = await server.PostAsync(operation, body);
        Assert.Equal((400, type), ((int)response.StatusCode, await TypeAsync(response)));
    }

    private static Task<ServerUnderTest> StartAsync(TimeProvider time) => ServerUnderTest.StartAsync(
        new ServerOptions { Port = 0, AccessKeys = [ServerUnderTest.Alice, ServerUnderTest.Bob], TimeProvider = time });

    private static async Task<(string Type, string Message)> RefusalAsync(string? authorization, string? date, string path = "/")
    {
        await using ServerUnderTest server = await StartAsync(new FixedClock(Now));
        using HttpResponseMessage response = await server.PostAsync("ListTables", "{}"u8.ToArray(), request =>
        {
            request.RequestUri = new Uri(path, UriKind.Relative);
            if (authorization is not null)
            {
                request.Headers.TryAddWithoutValidation("Authorization", authorization);
            }

            if (date is not null)
            {
                request.Headers.Add("X-Amz-Date", date);
            }
        });
        Assert.Equal(400, (int)response.StatusCode);
        using JsonDocument json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return (json.RootElement.GetProperty("__type").GetString()!, json.RootElement.GetProperty("message").GetString()!);
    }

    private static async Task<string> TypeAsync(HttpResponseMessage response)
    {
        using JsonDocument json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return json.RootElement.GetProperty("__type").GetString()!;
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }

    /// <summary>Changes a body that has been signed already.</summary>
    private sealed class ChangedBodies : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Changing());

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

        private sealed class Changing() : DelegatingHandler(new HttpClientHandler())
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                ByteArrayContent changed = new("{ }"u8.ToArray());
                changed.Headers.ContentType = request.Content!.Headers.ContentType;
                request.Content = changed;
                return base.SendAsync(request, cancellationToken);
            }
        }
    }
}
