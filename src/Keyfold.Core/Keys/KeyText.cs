using System.Text;

namespace Keyfold.Keys;

/// <summary>Keys in a form for people.</summary>
internal static class KeyText
{
    public static string Describe(ItemKey key)
    {
        if (key.IsNone)
        {
            return "";
        }

        string partition = Describe(key.PartitionType, key.PartitionBytes);
        return key.HasSort ? $"{partition} | {Describe(key.SortType, key.SortBytes)}" : partition;
    }

    private static string Describe(KeyPartType type, ReadOnlySpan<byte> bytes) => type switch
    {
        KeyPartType.String => Encoding.UTF8.GetString(bytes),
        KeyPartType.Number when KeyNumber.TryDecode(bytes, out var number, out int length) && length == bytes.Length => number.ToString(),
        _ => Convert.ToHexString(bytes),
    };
}
