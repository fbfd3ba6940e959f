using System.Globalization;

namespace Keyfold.Server.Authentication;

/// <summary>Why a request is not let in: AWS's error and its message, one factory for each.</summary>
internal readonly record struct SignatureError(string Type, string Message)
{
    public static SignatureError FoundBoth() =>
        Invalid("Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");

    public static SignatureError MissingToken() => new("MissingAuthenticationTokenException", "Request is missing Authentication Token");

    public static SignatureError NoEqualSign(AuthorizationHeader header) =>
        Incomplete($"'{header.Malformed}' not a valid key=value pair (missing equal-sign) in Authorization header: '{header.Text}'.");

    /// <summary>Null if nothing is missing.</summary>
    public static SignatureError? MissingParts(AuthorizationHeader header, bool hasDate)
    {
        string missing = string.Concat(
            header.Credential is null ? "Authorization header requires 'Credential' parameter. " : "",
            header.Signature is null ? "Authorization header requires 'Signature' parameter. " : "",
            header.SignedHeaders is null ? "Authorization header requires 'SignedHeaders' parameter. " : "",
            hasDate ? "" : "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ");
        return missing.Length == 0 ? null : Incomplete($"{missing}Authorization={header.Text}");
    }

    public static SignatureError BadDate(string date) =>
        Incomplete($"Date must be in ISO-8601 'basic format'. Got '{date}'. See http://en.wikipedia.org/wiki/ISO_8601");

    public static SignatureError Expired(DateTimeOffset sent, DateTimeOffset now, TimeSpan skew) => Invalid(string.Create(
        CultureInfo.InvariantCulture,
        $"Signature expired: {SigningTime.Format(sent)} is now earlier than {SigningTime.Format(now - skew)} ({SigningTime.Format(now)} - {skew.TotalMinutes} min.)"));

    public static SignatureError NotYetCurrent(DateTimeOffset sent, DateTimeOffset now, TimeSpan skew) => Invalid(string.Create(
        CultureInfo.InvariantCulture,
        $"Signature not yet current: {SigningTime.Format(sent)} is still later than {SigningTime.Format(now + skew)} ({SigningTime.Format(now)} + {skew.TotalMinutes} min.)"));

    public static SignatureError HostNotSigned() => Invalid("'Host' must be a 'SignedHeader' in the AWS Authorization.");

    public static SignatureError UnsupportedAlgorithm(string algorithm) =>
        Incomplete($"Unsupported AWS 'algorithm': '{algorithm}' (only AWS4-HMAC-SHA256 for now). ");

    public static SignatureError BadScope(string credential) =>
        Incomplete($"Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '{credential}'");

    public static SignatureError WrongScope(string complaints) => Invalid(complaints);

    public static SignatureError UnknownKey() => new("UnrecognizedClientException", "The security token included in the request is invalid.");

    public static SignatureError Mismatch(string canonicalRequest, string stringToSign) => Invalid(
        "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. "
        + "Consult the service documentation for details.\n\n"
        + $"The Canonical String for this request should have been\n'{canonicalRequest}'\n\nThe String-to-Sign should have been\n'{stringToSign}'\n");

    private static SignatureError Incomplete(string message) => new("IncompleteSignatureException", message);

    private static SignatureError Invalid(string message) => new("InvalidSignatureException", message);
}
