using System.Buffers;
using System.Security.Cryptography;

namespace Keyfold.Aws.Signing;

/// <summary>
/// Signs what DynamoDB needs signed by AWS Signature Version 4: a POST of a body to <c>/</c> with host, date, target and perhaps a session token. The derived
/// key is kept for its day, so that a request costs two SHA-256 and one HMAC. Safe for concurrent use.
/// </summary>
/// <remarks>Specified by "Create a signed AWS API request" of the IAM user guide. The header Content-Type is not signed, which that page leaves open.</remarks>
internal sealed class RequestSigner(string region, string service)
{
    private const int StackBytes = 1024;
    private const int HashBytes = SHA256.HashSizeInBytes;
    private const int HexLength = 2 * HashBytes;

    private SigningKey? _key;

    /// <summary>The value of the Authorization header.</summary>
    /// <param name="credentials">What to sign with.</param>
    /// <param name="time">The second that X-Amz-Date tells.</param>
    /// <param name="host">The Host header as it is sent.</param>
    /// <param name="target">The X-Amz-Target header; empty for none.</param>
    /// <param name="body">The whole body.</param>
    public string Sign(SigningCredentials credentials, SigningTime time, ReadOnlySpan<byte> host, ReadOnlySpan<byte> target, ReadOnlySpan<byte> body)
    {
        SigningKey? key = Volatile.Read(ref _key);
        if (key is null || !key.IsFor(credentials, time.Utf8Day, hasTarget: !target.IsEmpty))
        {
            key = new SigningKey(credentials, time.Utf8Day, region, service, hasTarget: !target.IsEmpty);
            Volatile.Write(ref _key, key);
        }

        SigningHashes hashes = key.RentHashes();
        Span<byte> hash = stackalloc byte[HashBytes];
        HashCanonicalRequest(key, hashes, time, host, target, body, hash);
        Sign(key, hashes, time, hash);
        key.Return(hashes);
        return WithSignature(key.AuthorizationStart, hash);
    }

    private static void HashCanonicalRequest(
        SigningKey key, SigningHashes hashes, SigningTime time, ReadOnlySpan<byte> host, ReadOnlySpan<byte> target, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        // what is fixed takes less than 200 bytes
        int lengthMax = 256 + host.Length + key.Token.Length + target.Length + key.SignedHeaders.Length;
        byte[]? rented = lengthMax > StackBytes ? ArrayPool<byte>.Shared.Rent(lengthMax) : null;
        var text = new SpanWriter(rented ?? stackalloc byte[StackBytes]);
        text.Write("POST\n/\n\nhost:"u8);
        text.Write(host);
        text.Write("\nx-amz-date:"u8);
        text.Write(time.Utf8);
        if (key.Token.Length > 0)
        {
            text.Write("\nx-amz-security-token:"u8);
            text.Write(key.Token);
        }

        if (!target.IsEmpty)
        {
            text.Write("\nx-amz-target:"u8);
            text.Write(target);
        }

        text.Write("\n\n"u8);
        text.Write(key.SignedHeaders);
        text.Write("\n"u8);
        hashes.Hash(body, hash);
        text.WriteHex(hash);
        hashes.Hash(text.Written, hash);
        if (rented is not null)
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Replaces the hash of the canonical request by the signature.</summary>
    private static void Sign(SigningKey key, SigningHashes hashes, SigningTime time, Span<byte> hash)
    {
        // 17 bytes of algorithm, 17 of the time, the scope with its end of line, 64 of the hash; a region's name has at most some 25
        var text = new SpanWriter(stackalloc byte[128 + key.Scope.Length]);
        text.Write("AWS4-HMAC-SHA256\n"u8);
        text.Write(time.Utf8);
        text.Write("\n"u8);
        text.Write(key.Scope);
        text.Write("\n"u8);
        text.WriteHex(hash);
        hashes.Authenticate(text.Written, hash);
    }

    private static string WithSignature(string start, ReadOnlySpan<byte> signature)
    {
        Span<char> hex = stackalloc char[HexLength];
        Convert.TryToHexStringLower(signature, hex, out _);
        return string.Concat(start, hex);
    }

    /// <summary>Appends to a span that is long enough.</summary>
    private ref struct SpanWriter(Span<byte> destination)
    {
        private readonly Span<byte> _destination = destination;
        private int _length;

        public readonly ReadOnlySpan<byte> Written => _destination[.._length];

        public void Write(scoped ReadOnlySpan<byte> bytes)
        {
            bytes.CopyTo(_destination[_length..]);
            _length += bytes.Length;
        }

        public void WriteHex(scoped ReadOnlySpan<byte> bytes)
        {
            Convert.TryToHexStringLower(bytes, _destination[_length..], out int written);
            _length += written;
        }
    }
}
