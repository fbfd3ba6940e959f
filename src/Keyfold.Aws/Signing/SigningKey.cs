using System.Security.Cryptography;
using System.Text;
using Keyfold.Aws.Transport;

namespace Keyfold.Aws.Signing;

/// <summary>The key of one day, derived from credentials by four HMACs, and the parts of requests that do not change while it is valid.</summary>
internal sealed class SigningKey
{
    private readonly SigningCredentials _credentials;
    private readonly byte[] _day;
    private readonly bool _hasTarget;
    private readonly byte[] _bytes;
    private readonly Slots<SigningHashes> _hashes = new();

    public SigningKey(SigningCredentials credentials, ReadOnlySpan<byte> day, string region, string service, bool hasTarget)
    {
        _credentials = credentials;
        _day = day.ToArray();
        _hasTarget = hasTarget;
        string scope = $"{Encoding.ASCII.GetString(day)}/{region}/{service}/aws4_request";
        string signedHeaders = "host;x-amz-date"
            + (credentials.SessionToken is null ? "" : ";x-amz-security-token")
            + (hasTarget ? ";x-amz-target" : "");
        AuthorizationStart = $"AWS4-HMAC-SHA256 Credential={credentials.AccessKeyId}/{scope}, SignedHeaders={signedHeaders}, Signature=";
        Scope = Encoding.UTF8.GetBytes(scope);
        SignedHeaders = Encoding.ASCII.GetBytes(signedHeaders);
        Token = credentials.SessionToken is null ? [] : Encoding.UTF8.GetBytes(credentials.SessionToken);
        _bytes = Derive(credentials.SecretAccessKey, day, region, service);
    }

    /// <summary>As in <c>20150830/us-east-1/dynamodb/aws4_request</c>.</summary>
    public byte[] Scope { get; }

    /// <summary>The names of the signed headers as the canonical request has them.</summary>
    public byte[] SignedHeaders { get; }

    /// <summary>The session token; empty for none.</summary>
    public byte[] Token { get; }

    /// <summary>The Authorization header but for the signature.</summary>
    public string AuthorizationStart { get; }

    /// <summary>What to compute a signature of this key with, for one caller until <see cref="Return"/>.</summary>
    public SigningHashes RentHashes() => _hashes.Take() ?? new SigningHashes(_bytes);

    public void Return(SigningHashes hashes) => _hashes.Keep(hashes);

    public bool IsFor(SigningCredentials credentials, ReadOnlySpan<byte> day, bool hasTarget) =>
        ReferenceEquals(credentials, _credentials) && day.SequenceEqual(_day) && hasTarget == _hasTarget;

    /// <summary>The key of a day, region and service. Specified by "Create a signed AWS API request" of the IAM user guide.</summary>
    public static byte[] Derive(string secretAccessKey, ReadOnlySpan<byte> day, string region, string service)
    {
        byte[] ofDay = HMACSHA256.HashData(Encoding.UTF8.GetBytes("AWS4" + secretAccessKey), day);
        byte[] ofRegion = HMACSHA256.HashData(ofDay, Encoding.UTF8.GetBytes(region));
        byte[] ofService = HMACSHA256.HashData(ofRegion, Encoding.UTF8.GetBytes(service));
        return HMACSHA256.HashData(ofService, "aws4_request"u8);
    }
}
