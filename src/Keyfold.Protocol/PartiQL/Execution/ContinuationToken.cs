using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Planning;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>
/// NextToken: where the next page of a SELECT starts, for that statement with those parameters only. In base64: a fingerprint of the statement (16 bytes), a
/// checksum of all the rest (8), the number of the Query that goes on (4, little-endian), and the encoded key it goes on behind, if any.
/// </summary>
internal static class ContinuationToken
{
    private const int FingerprintBytes = 16;
    private const int ChecksumBytes = 8;
    private const int HeaderBytes = FingerprintBytes + ChecksumBytes + sizeof(int);

    /// <summary>The token of a place in a statement's results.</summary>
    public static string Encode(SelectPosition position, StatementMembers statement)
    {
        byte[] key = position.StartKey is null ? [] : ItemCodec.Encode(position.StartKey, ItemEncoding.Binary);
        byte[] token = new byte[HeaderBytes + key.Length];
        Fingerprint(statement).CopyTo(token, 0);
        BinaryPrimitives.WriteInt32LittleEndian(token.AsSpan(FingerprintBytes + ChecksumBytes), position.Query);
        key.CopyTo(token, HeaderBytes);
        Checksum(token).CopyTo(token, FingerprintBytes);
        return Convert.ToBase64String(token);
    }

    /// <summary>The place that a token names.</summary>
    /// <exception cref="StorageException">It is no token, or another statement's.</exception>
    public static SelectPosition Decode(string text, StatementMembers statement)
    {
        byte[] token = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, token, out int length) || length < HeaderBytes)
        {
            throw Invalid();
        }

        token = token[..length];
        ReadOnlySpan<byte> checksum = token.AsSpan(FingerprintBytes, ChecksumBytes);
        if (!checksum.SequenceEqual(Checksum(token)))
        {
            throw Invalid();
        }

        if (!token.AsSpan(0, FingerprintBytes).SequenceEqual(Fingerprint(statement)))
        {
            throw StorageErrors.Validation("NextToken does not match request");
        }

        int query = BinaryPrimitives.ReadInt32LittleEndian(token.AsSpan(FingerprintBytes + ChecksumBytes));
        return new SelectPosition(Math.Clamp(query, 0, SelectPlan.PartitionsMax), KeyOf(token.AsSpan(HeaderBytes)));
    }

    private static Item? KeyOf(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return bytes.IsEmpty ? null : ItemCodec.Decode(bytes, ItemEncoding.Binary);
        }
        catch (ItemFormatException)
        {
            throw Invalid();
        }
    }

    private static byte[] Fingerprint(StatementMembers statement)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(statement.Text));
        foreach (AttributeValue parameter in statement.Parameters)
        {
            hash.AppendData([0]);
            hash.AppendData(ItemCodec.EncodeValue(parameter));
        }

        return hash.GetHashAndReset()[..FingerprintBytes];
    }

    // it tells mistakes from tokens; it keeps no secret, and a token can name nothing that its statement does not read anyway
    private static byte[] Checksum(ReadOnlySpan<byte> token) =>
        SHA256.HashData([.. token[..FingerprintBytes], .. token[(FingerprintBytes + ChecksumBytes)..]])[..ChecksumBytes];

    private static StorageException Invalid() => StorageErrors.Validation("Invalid NextToken");
}

/// <summary>Where a page of a SELECT starts.</summary>
/// <param name="Query">Which Query of the plan, counted from 0.</param>
/// <param name="StartKey">The key behind which it starts, or null for its beginning.</param>
internal readonly record struct SelectPosition(int Query, Item? StartKey);
