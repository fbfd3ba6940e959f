using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold;

/// <summary>
/// Cursors: a version, a checksum over the pattern, the partition and the key, and the key, as base64 for URLs. The checksum finds mistakes, not malice: a
/// forged cursor leads no further than the query itself, since a backend refuses a start outside of the partition.
/// </summary>
internal static class Cursor
{
    private const byte Version = 1;
    private const int HeaderLength = 1 + sizeof(ulong);

    public static string Write(QueryPlan plan, Item lastKey)
    {
        byte[] key = ItemCodec.Encode(lastKey, ItemEncoding.Binary);
        byte[] bytes = new byte[HeaderLength + key.Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(1), Checksum(plan, key));
        key.CopyTo(bytes.AsSpan(HeaderLength));
        return Base64Url.EncodeToString(bytes);
    }

    public static Item Read(QueryPlan plan, string cursor)
    {
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(cursor);
        }
        catch (FormatException)
        {
            throw new CursorException($"\"{cursor}\" is no cursor.");
        }

        if (bytes.Length < HeaderLength || bytes[0] != Version)
        {
            throw new CursorException($"\"{cursor}\" is no cursor of this version.");
        }

        ReadOnlySpan<byte> key = bytes.AsSpan(HeaderLength);
        if (BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(1)) != Checksum(plan, key))
        {
            throw new CursorException($"The cursor is damaged, or not one of {plan.Pattern.Model.Name}.{plan.Pattern.Name} for this key.");
        }

        return ItemCodec.Decode(key, ItemEncoding.Binary);
    }

    private static ulong Checksum(QueryPlan plan, ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder(plan.Pattern.Model.Name).Append('\n').Append(plan.Pattern.Name);
        foreach (KeyTerm term in plan.Partition)
        {
            text.Append('\n').Append(term.Value.ToString());
        }

        byte[] bound = Encoding.UTF8.GetBytes(text.Append('\n').ToString());
        return KeyHash.Compute([.. bound, .. key]);
    }
}
