using System.Text;
using Keyfold.Items;
using Keyfold.Keys;

namespace Keyfold.Mapping;

/// <summary>Primary keys as messages show them: <c>PK = "CUSTOMER#1", SK = "PROFILE"</c>.</summary>
internal static class KeyDescription
{
    public static string Of(EntityModel model, ItemKey key)
    {
        string partition = $"{model.Partition.AttributeName} = {Text(key.PartitionType, key.PartitionBytes)}";
        return key.HasSort && model.Sort is { } sort ? $"{partition}, {sort.AttributeName} = {Text(key.SortType, key.SortBytes)}" : partition;
    }

    /// <summary>The key of an item, as far as it has one.</summary>
    public static string Of(EntityModel model, Item item)
    {
        var parts = new List<string>();
        foreach (string? attribute in (ReadOnlySpan<string?>)[model.Partition.AttributeName, model.Sort?.AttributeName])
        {
            if (attribute is not null && item.TryGet(attribute, out AttributeValue value))
            {
                parts.Add($"{attribute} = {Text(value)}");
            }
        }

        return string.Join(", ", parts);
    }

    public static string Text(in AttributeValue value) => value.Type == AttributeType.String ? $"\"{value.AsString()}\"" : value.ToString();

    private static string Text(KeyPartType type, ReadOnlySpan<byte> bytes) => type switch
    {
        KeyPartType.String => $"\"{Encoding.UTF8.GetString(bytes)}\"",
        KeyPartType.Number when KeyNumber.TryDecode(bytes, out Number number, out _) => number.ToString(),
        _ => Convert.ToHexString(bytes),
    };
}
