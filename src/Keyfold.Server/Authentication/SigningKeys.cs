using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Keyfold.Server.Authentication;

/// <summary>The keys that sign: four hashes of secret, day, region and service. They are kept, since clients use one for a whole day.</summary>
internal sealed class SigningKeys(IEnumerable<AccessKey> accessKeys)
{
    // a client may name any region, so that the number of keys has no bound of its own
    private const int KeptMax = 1024;

    private readonly Dictionary<string, AccessKey> _accessKeys = accessKeys.ToDictionary(key => key.Id, StringComparer.Ordinal);
    private readonly ConcurrentDictionary<CredentialScope, byte[]> _kept = new();

    /// <summary>Null if the access key is not one of ours.</summary>
    public byte[]? Find(CredentialScope scope)
    {
        if (_kept.TryGetValue(scope, out byte[]? kept))
        {
            return kept;
        }

        if (!_accessKeys.TryGetValue(scope.AccessKeyId, out AccessKey? accessKey))
        {
            return null;
        }

        if (_kept.Count >= KeptMax)
        {
            _kept.Clear();
        }

        return _kept.GetOrAdd(scope, Derive(accessKey.Secret, scope));
    }

    private static byte[] Derive(string secret, CredentialScope scope)
    {
        byte[] key = Encoding.UTF8.GetBytes("AWS4" + secret);
        foreach (string text in (ReadOnlySpan<string>)[scope.Date, scope.Region, scope.Service, scope.Terminator])
        {
            key = HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));
        }

        return key;
    }
}
