using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Keyfold.Server.Authentication;

/// <summary>
/// Verifies Signature Version 4 in the Authorization header, check by check in the order in which AWS reports what is wrong. Safe for concurrent use.
/// </summary>
internal sealed class SignatureVerifier(IEnumerable<AccessKey> accessKeys, TimeProvider timeProvider)
{
    private const string Algorithm = "AWS4-HMAC-SHA256";
    private const string Service = "dynamodb";
    private const string Terminator = "aws4_request";

    private static readonly TimeSpan SkewMax = TimeSpan.FromMinutes(15);

    private readonly SigningKeys _signingKeys = new(accessKeys);

    /// <summary>Null if the request is signed by one of the access keys.</summary>
    /// <param name="request">The request; its path is <c>/</c>.</param>
    /// <param name="header">Its Authorization header, null if there is none of AWS's.</param>
    /// <param name="body">The body as it was sent.</param>
    public SignatureError? Verify(HttpRequest request, AuthorizationHeader? header, ReadOnlySpan<byte> body)
    {
        if (header is null)
        {
            return SignatureError.MissingToken();
        }

        if (request.QueryString.HasValue && request.Query.ContainsKey("X-Amz-Algorithm"))
        {
            return SignatureError.FoundBoth();
        }

        if (header.Malformed is not null)
        {
            return SignatureError.NoEqualSign(header);
        }

        string? date = Header(request, "X-Amz-Date") ?? Header(request, "Date");
        if (SignatureError.MissingParts(header, date is not null) is { } missing)
        {
            return missing;
        }

        return CheckTime(date!, out DateTimeOffset sent)
            ?? CheckHeader(header)
            ?? CheckScope(header, sent, out CredentialScope scope)
            ?? CheckSignature(request, header, scope, sent, body);
    }

    private SignatureError? CheckTime(string date, out DateTimeOffset sent)
    {
        if (!SigningTime.TryParse(date, out sent))
        {
            return SignatureError.BadDate(date);
        }

        DateTimeOffset now = timeProvider.GetUtcNow();
        return sent < now - SkewMax ? SignatureError.Expired(sent, now, SkewMax)
            : sent > now + SkewMax ? SignatureError.NotYetCurrent(sent, now, SkewMax)
            : null;
    }

    private static SignatureError? CheckHeader(AuthorizationHeader header)
    {
        if (!header.SignedHeaders!.Split(';').Contains("host", StringComparer.OrdinalIgnoreCase))
        {
            return SignatureError.HostNotSigned();
        }

        return header.Algorithm == Algorithm ? null : SignatureError.UnsupportedAlgorithm(header.Algorithm);
    }

    private static SignatureError? CheckScope(AuthorizationHeader header, DateTimeOffset sent, out CredentialScope scope)
    {
        if (!CredentialScope.TryParse(header.Credential!, out scope))
        {
            return SignatureError.BadScope(header.Credential!);
        }

        string time = SigningTime.Format(sent), day = time[..8];
        string complaints = string.Concat(
            scope.Region.Length > 0 ? "" : $"Credential should be scoped to a valid region, not '{scope.Region}'. ",
            scope.Service == Service ? "" : $"Credential should be scoped to correct service: '{Service}'. ",
            scope.Terminator == Terminator ? "" : $"Credential should be scoped with a valid terminator: '{Terminator}', not '{scope.Terminator}'. ",
            scope.Date == day
                ? ""
                : $"Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '{scope.Date}' != '{day}', from '{time}'.");
        return complaints.Length == 0 ? null : SignatureError.WrongScope(complaints);
    }

    private SignatureError? CheckSignature(
        HttpRequest request, AuthorizationHeader header, CredentialScope scope, DateTimeOffset sent, ReadOnlySpan<byte> body)
    {
        // session tokens belong to temporary keys, and there are none
        if (_signingKeys.Find(scope) is not { } key || Header(request, "X-Amz-Security-Token") is not null)
        {
            return SignatureError.UnknownKey();
        }

        string canonical = CanonicalRequest.Create(request, header.SignedHeaders!, body);
        string toSign = $"{Algorithm}\n{SigningTime.Format(sent)}\n{scope}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        string expected = Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(toSign)));

        // in constant time, or the time taken would tell how much of a guess was right
        bool same = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(header.Signature!));
        return same ? null : SignatureError.Mismatch(canonical, toSign);
    }

    private static string? Header(HttpRequest request, string name) => request.Headers.TryGetValue(name, out var values) ? values[0] : null;
}
