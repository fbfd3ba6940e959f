using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Cli.Items;

/// <summary>Values as people read them.</summary>
internal static class ItemText
{
    public static string Write(AttributeValue value) =>
        value.S ?? value.N
        ?? (value.NULL == true ? "null"
            : value.BOOL is { } truth ? (truth ? "true" : "false")
            : value.B is { } bytes ? string.Create(CultureInfo.InvariantCulture, $"({bytes.Length} bytes)")
            : value.M is { } map ? $"{{{string.Join(", ", map.Select(member => $"{member.Key}: {Write(member.Value)}"))}}}"
            : value.L is { } list ? $"[{string.Join(", ", list.Select(Write))}]"
            : value.BS is { } binaries ? string.Create(CultureInfo.InvariantCulture, $"({binaries.Count} binaries)")
            : $"<{string.Join(", ", value.SS ?? value.NS ?? [])}>");
}
