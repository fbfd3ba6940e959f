using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Amazon.DynamoDBv2.Model;

namespace Keyfold.Cli.Items;

/// <summary>Items as lines of DynamoDB JSON, as DynamoDB's export writes them: <c>{"Item":{"Id":{"S":"1"}}}</c>.</summary>
internal static class ItemJson
{
    /// <summary>The member that tells such a line from any other JSON.</summary>
    public const string ItemMember = "Item";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(Dictionary<string, AttributeValue> item)
    {
        using MemoryStream line = new();
        using (Utf8JsonWriter json = new(line, Options))
        {
            json.WriteStartObject();
            json.WritePropertyName(ItemMember);
            WriteMap(json, item);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(line.GetBuffer(), 0, (int)line.Length);
    }

    private static void WriteMap(Utf8JsonWriter json, Dictionary<string, AttributeValue> map)
    {
        json.WriteStartObject();
        foreach ((string name, AttributeValue value) in map.OrderBy(member => member.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, AttributeValue value)
    {
        json.WriteStartObject();
        if (value.S is not null)
        {
            json.WriteString("S", value.S);
        }
        else if (value.N is not null)
        {
            json.WriteString("N", value.N);
        }
        else if (value.B is not null)
        {
            json.WriteBase64String("B", value.B.ToArray());
        }
        else if (value.NULL == true)
        {
            json.WriteBoolean("NULL", true);
        }
        else if (value.BOOL is { } truth)
        {
            json.WriteBoolean("BOOL", truth);
        }
        else if (value.M is not null)
        {
            json.WritePropertyName("M");
            WriteMap(json, value.M);
        }
        else
        {
            WriteMany(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteMany(Utf8JsonWriter json, AttributeValue value)
    {
        if (value.L is not null)
        {
            WriteArray(json, "L", value.L, Write);
        }
        else if (value.SS is not null)
        {
            WriteArray(json, "SS", value.SS, static (json, text) => json.WriteStringValue(text));
        }
        else if (value.NS is not null)
        {
            WriteArray(json, "NS", value.NS, static (json, text) => json.WriteStringValue(text));
        }
        else
        {
            WriteArray(json, "BS", value.BS, static (json, bytes) => json.WriteBase64StringValue(bytes.ToArray()));
        }
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string type, List<T> elements, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(type);
        foreach (T element in elements)
        {
            write(json, element);
        }

        json.WriteEndArray();
    }
}
