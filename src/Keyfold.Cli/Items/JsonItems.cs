using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Cli.Items;

/// <summary>Makes items of JSON: of DynamoDB JSON with the types that it names, of any other JSON with the nearest types.</summary>
internal static class JsonItems
{
    /// <exception cref="FormatException">It is no item.</exception>
    public static Dictionary<string, AttributeValue> Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"an item is an object, not {json.ValueKind}");
        }

        return json.TryGetProperty(ItemJson.ItemMember, out JsonElement item) && item.ValueKind == JsonValueKind.Object && json.EnumerateObject().Count() == 1
            ? Members(item, Typed)
            : Members(json, Untyped);
    }

    private static AttributeValue Untyped(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.String => new AttributeValue { S = json.GetString() },
        JsonValueKind.Number => new AttributeValue { N = json.GetRawText() },
        JsonValueKind.True or JsonValueKind.False => new AttributeValue { BOOL = json.GetBoolean() },
        JsonValueKind.Object => new AttributeValue { M = Members(json, Untyped), IsMSet = true },
        JsonValueKind.Array => new AttributeValue { L = [.. json.EnumerateArray().Select(Untyped)], IsLSet = true },
        _ => new AttributeValue { NULL = true },
    };

    private static AttributeValue Typed(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object || json.EnumerateObject().Count() != 1)
        {
            throw new FormatException("a value in DynamoDB JSON is an object with its type as the only member");
        }

        JsonProperty value = json.EnumerateObject().Single();
        try
        {
            return value.Name switch
            {
                "S" => new AttributeValue { S = value.Value.GetString() },
                "N" => new AttributeValue { N = value.Value.GetString() },
                "B" => new AttributeValue { B = Bytes(value.Value) },
                "BOOL" => new AttributeValue { BOOL = value.Value.GetBoolean() },
                "NULL" => new AttributeValue { NULL = true },
                "M" => new AttributeValue { M = Members(value.Value, Typed), IsMSet = true },
                "L" => new AttributeValue { L = [.. value.Value.EnumerateArray().Select(Typed)], IsLSet = true },
                "SS" => new AttributeValue { SS = [.. value.Value.EnumerateArray().Select(element => element.GetString())] },
                "NS" => new AttributeValue { NS = [.. value.Value.EnumerateArray().Select(element => element.GetString())] },
                "BS" => new AttributeValue { BS = [.. value.Value.EnumerateArray().Select(Bytes)] },
                _ => throw new FormatException($"'{value.Name}' is no type of DynamoDB JSON"),
            };
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException($"{value.Value.ValueKind} is no value of type {value.Name}", exception);
        }
    }

    private static Dictionary<string, AttributeValue> Members(JsonElement json, Func<JsonElement, AttributeValue> read)
    {
        Dictionary<string, AttributeValue> members = new(StringComparer.Ordinal);
        foreach (JsonProperty member in json.EnumerateObject())
        {
            members[member.Name] = read(member.Value);
        }

        return members;
    }

    private static MemoryStream Bytes(JsonElement json) => new(json.GetBytesFromBase64());
}
