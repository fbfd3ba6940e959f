using System.Text;
using Amazon.Runtime.Internal.Auth;
using Keyfold.Aws.Signing;

namespace Keyfold.Aws.Tests.Signing;

public sealed class RequestSignerTests
{
    private const int Requests = 5_000;

    private static readonly SigningCredentials Example = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private static readonly DateTimeOffset ExampleTime = new(2015, 8, 30, 12, 36, 0, TimeSpan.Zero);

    /// <summary>"Signature Version 4 test suite" of AWS: post-vanilla.</summary>
    [Fact]
    public void The_published_request_without_a_body_has_the_published_signature() => Assert.Equal(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, "
            + "Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
        Sign(Example));

    /// <summary>"Signature Version 4 test suite" of AWS: post-sts-header-before.</summary>
    [Fact]
    public void The_published_request_with_a_session_token_has_the_published_signature() => Assert.Equal(
        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date;x-amz-security-token, "
            + "Signature=85d96828115b5dc0cfc3bd16ad9e210dd772bbebba041836c64533a82be05ead",
        Sign(new SigningCredentials(
            Example.AccessKeyId,
            Example.SecretAccessKey,
            "AQoDYXdzEPT//////////wEXAMPLEtc764bNrC9SAPBSM22wDOk4x4HIZ8j4FZTwdQWLWsKWHGBuFqwAeMicRXmxfpSPfIeoIYRqTflfKD8YUuwthAx7mSEI/qkPpKPi/kMcGdQrmGdeehM4IC1NtBmU"
                + "pp2wUE8phUZampKsburEDy0KPkyQDYwT7WZ0wq5VSXDvp75YU9HFvlRd8Tx6q6fE8YQcHNVXAkiY9q6d+xo0rKwT38xVqr7ZD0u0iPPkUL64lIZbqBAz+scqKmlzm8FDrypNC9Yjc8fPOLn9FX9K"
                + "SYvKTr4rvx3iSIlTJabIQwj2ICCR/oLxBA==")));

    /// <summary>"Deriving a signing key" of the AWS General Reference.</summary>
    [Fact]
    public void The_published_signing_key_is_derived() => Assert.Equal(
        "c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9",
        Convert.ToHexStringLower(SigningKey.Derive("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", "20150830"u8, "us-east-1", "iam")));

    [Fact]
    public void Random_requests_are_signed_as_the_SDK_signs_them()
    {
        var random = new Random(20150830);
        var signers = new Dictionary<string, RequestSigner>(StringComparer.Ordinal);
        SigningCredentials credentials = Example;
        DateTimeOffset time = ExampleTime;
        for (int i = 0; i < Requests; i++)
        {
            // most requests come in the same day with the same credentials, so that the kept key is used and replaced
            credentials = random.Next(10) == 0 ? RandomCredentials(random) : credentials;
            time = random.Next(20) == 0 ? ExampleTime.AddSeconds(random.Next(400_000_000)) : time.AddSeconds(random.Next(3));
            string region = Pick(random, "us-east-1", "eu-central-1", "ap-southeast-2", "cn-north-1", "us-gov-west-1");
            string host = Pick(random, $"dynamodb.{region}.amazonaws.com", "localhost:8000", "123456789012.ddb.us-east-1.amazonaws.com", "[::1]:4566");
            string target = "DynamoDB_20120810." + Pick(random, "GetItem", "PutItem", "Query", "TransactWriteItems");
            byte[] body = new byte[random.Next(20) == 0 ? random.Next(100_000) : random.Next(600)];
            random.NextBytes(body);

            if (!signers.TryGetValue(region, out RequestSigner? signer))
            {
                signers.Add(region, signer = new RequestSigner(region, "dynamodb"));
            }

            SigningTime? cached = null;
            string signed = signer.Sign(credentials, SigningTime.Of(time, ref cached), Encoding.ASCII.GetBytes(host), Encoding.ASCII.GetBytes(target), body);
            Assert.Equal(SignWithSdk(credentials, time, region, host, target, body), signed);
        }
    }

    [Fact]
    public void Signing_allocates_the_header_and_nothing_else()
    {
        var signer = new RequestSigner("us-east-1", "dynamodb");
        SigningTime? cached = null;
        SigningTime time = SigningTime.Of(ExampleTime, ref cached);
        byte[] body = new byte[1000];
        int length = Sign().Length;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            Sign();
        }

        // a string is 22 bytes and two for each character, in steps of eight
        Assert.Equal(100 * ((22 + (2 * length) + 7) & ~7), GC.GetAllocatedBytesForCurrentThread() - before);

        string Sign() => signer.Sign(Example, time, "dynamodb.us-east-1.amazonaws.com"u8, "DynamoDB_20120810.GetItem"u8, body);
    }

    private static string Sign(SigningCredentials credentials)
    {
        SigningTime? cached = null;
        return new RequestSigner("us-east-1", "service").Sign(credentials, SigningTime.Of(ExampleTime, ref cached), "example.amazonaws.com"u8, [], []);
    }

    private static string SignWithSdk(SigningCredentials credentials, DateTimeOffset time, string region, string host, string target, byte[] body)
    {
        var headers = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["host"] = host,
            ["x-amz-date"] = time.ToString("yyyyMMdd'T'HHmmss'Z'", System.Globalization.CultureInfo.InvariantCulture),
            ["x-amz-target"] = target,
        };
        if (credentials.SessionToken is { } token)
        {
            headers.Add("x-amz-security-token", token);
        }

        AWS4SigningResult result = OpenSigner.Compute(credentials, time.UtcDateTime, region, headers, body);
        return result.ForAuthorizationHeader;
    }

    private static SigningCredentials RandomCredentials(Random random) => new(
        "AKIA" + RandomText(random, 16, "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"),
        RandomText(random, 40, "ABCabc0189+/"),
        random.Next(2) == 0 ? null : RandomText(random, 50 + random.Next(2000), "ABCxyz0189+/="));

    private static string RandomText(Random random, int length, string alphabet) =>
        string.Create(length, (random, alphabet), static (text, state) => state.random.GetItems(state.alphabet, text));

    private static string Pick(Random random, params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];

    /// <summary>The SDK's signer, whose steps are for its subclasses.</summary>
    private sealed class OpenSigner : AWS4Signer
    {
        public static AWS4SigningResult Compute(
            SigningCredentials credentials, DateTime time, string region, SortedDictionary<string, string> headers, byte[] body)
        {
            string hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(body));
            string request = CanonicalizeRequest(new Uri("https://keyfold.invalid/"), "/", "POST", headers, "", hash);
            return ComputeSignature(
                credentials.AccessKeyId, credentials.SecretAccessKey, region, time, "dynamodb", CanonicalizeHeaderNames(headers), request, null);
        }
    }
}
