namespace Keyfold.Server.Authentication;

/// <summary>An Authorization header taken apart: <c>AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…</c>. A part that is missing is null.</summary>
internal sealed record AuthorizationHeader(string Text, string Algorithm)
{
    private const string AlgorithmPrefix = "AWS4-";
    private const string CredentialPrefix = "Credential=";

    private static readonly char[] Separators = [' ', ','];

    public string? Credential { get; private init; }

    public string? SignedHeaders { get; private init; }

    public string? Signature { get; private init; }

    /// <summary>The first part that is no <c>name=value</c>.</summary>
    public string? Malformed { get; private init; }

    /// <summary>The credential alone; empty if there is none.</summary>
    public static ReadOnlySpan<char> FindCredential(ReadOnlySpan<char> header)
    {
        ReadOnlySpan<char> credential = default;
        if (header.StartsWith(AlgorithmPrefix, StringComparison.Ordinal))
        {
            foreach (Range range in header.SplitAny(Separators))
            {
                ReadOnlySpan<char> part = header[range];
                credential = part.StartsWith(CredentialPrefix, StringComparison.Ordinal) ? part[CredentialPrefix.Length..] : credential;
            }
        }

        return credential;
    }

    /// <summary>Null if the header says nothing of AWS's signatures.</summary>
    public static AuthorizationHeader? Parse(string? header)
    {
        if (header is null || !header.StartsWith(AlgorithmPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        string[] parts = header.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        AuthorizationHeader parsed = new(header, parts[0]);
        foreach (string part in parts.AsSpan(1))
        {
            int equals = part.IndexOf('=', StringComparison.Ordinal);
            string value = part[(equals + 1)..];
            parsed = (equals < 0 ? "" : part[..equals]) switch
            {
                "Credential" => parsed with { Credential = value },
                "SignedHeaders" => parsed with { SignedHeaders = value },
                "Signature" => parsed with { Signature = value },
                "" => parsed with { Malformed = parsed.Malformed ?? part },
                _ => parsed,
            };
        }

        return parsed;
    }
}
