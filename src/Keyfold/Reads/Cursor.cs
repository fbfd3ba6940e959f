using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold;

/// <summary>
/// Cursors: a version, a checksum over what is read (the pattern and the partition, or the segment) and the key, and the key, as base64 for URLs. The
/// checksum finds mistakes, not malice: a forged cursor leads no further than the query itself, since a backend refuses a start outside of the partition
/// or segment.
/// </summary>
internal static class Cursor
{
    private const byte Version = 1;
    private const int HeaderLength = 1 + sizeof(ulong);

    public static string Write(ReadPlan plan, Item lastKey)
    {
        byte[] key = ItemCodec.Encode(lastKey, ItemEncoding.Binary);
        byte[] bytes = new byte[HeaderLength + key.Length];
        bytes[0] = Version;
        BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(1), Checksum(plan, key));
        key.CopyTo(bytes.AsSpan(HeaderLength));
        return Base64Url.EncodeToString(bytes);
    }

    public static Item Read(ReadPlan plan, string cursor)
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
            throw new CursorException($"The cursor is damaged, or not one of {plan.CursorOwner}.");
        }

        return ItemCodec.Decode(key, ItemEncoding.Binary);
    }

    private static ulong Checksum(ReadPlan plan, ReadOnlySpan<byte> key)
    {
        var text = new StringBuilder();
        plan.AppendCursorScope(text);
        byte[] bound = Encoding.UTF8.GetBytes(text.Append('\n').ToString());
        return KeyHash.Compute([.. bound, .. key]);
    }
}
