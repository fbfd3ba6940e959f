using System.Text.Json;
using Keyfold.Storage;

namespace Keyfold.Aws.Transport;

/// <summary>The members of an error's body.</summary>
internal readonly struct ErrorMembers
{
    /// <summary>The error's name without its namespace.</summary>
    public string? Type { get; private init; }

    public string? Message { get; private init; }

    /// <summary>A copy of the item that failed a condition; empty for none.</summary>
    public ReadOnlyMemory<byte> Item { get; private init; }

    public Sequence<CancellationReason> Reasons { get; private init; }

    /// <exception cref="JsonException">The body is no JSON.</exception>
    public static ErrorMembers Read(ReadOnlySpan<byte> body)
    {
        var json = new Utf8JsonReader(body);
        string? type = null;
        string? message = null;
        ReadOnlyMemory<byte> item = default;
        Sequence<CancellationReason> reasons = default;
        json.Read();
        while (NextMember(ref json))
        {
            if (json.ValueTextEquals("__type"u8) || json.ValueTextEquals("code"u8))
            {
                type = WithoutNamespace(Text(ref json)) ?? type;
            }
            else if (json.ValueTextEquals("message"u8) || json.ValueTextEquals("Message"u8))
            {
                message = Text(ref json) ?? message;
            }
            else if (json.ValueTextEquals("Item"u8))
            {
                item = Copy(ref json, body);
            }
            else if (json.ValueTextEquals("CancellationReasons"u8))
            {
                reasons = ReadReasons(ref json, body);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return new ErrorMembers { Type = type, Message = message, Item = item, Reasons = reasons };
    }

    private static Sequence<CancellationReason> ReadReasons(ref Utf8JsonReader json, ReadOnlySpan<byte> body)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartArray)
        {
            json.Skip();
            return default;
        }

        var reasons = new List<CancellationReason>();
        while (json.Read() && json.TokenType == JsonTokenType.StartObject)
        {
            reasons.Add(ReadReason(ref json, body));
        }

        return Sequence.From(reasons);
    }

    private static CancellationReason ReadReason(ref Utf8JsonReader json, ReadOnlySpan<byte> body)
    {
        CancellationCode code = CancellationCode.None;
        string? message = null;
        ReadOnlyMemory<byte> item = default;
        while (NextMember(ref json))
        {
            if (json.ValueTextEquals("Code"u8))
            {
                code = ToCode(Text(ref json));
            }
            else if (json.ValueTextEquals("Message"u8))
            {
                message = Text(ref json);
            }
            else if (json.ValueTextEquals("Item"u8))
            {
                item = Copy(ref json, body);
            }
            else
            {
                json.Read();
                json.Skip();
            }
        }

        return new CancellationReason(code, message) { Item = item };
    }

    // a reason that is not known cancels all the same, and its name would be lost as a code: it stands for a wrong action, which is not sent again
    private static CancellationCode ToCode(string? text) =>
        Enum.TryParse(text, out CancellationCode known) && Enum.IsDefined(known) ? known : CancellationCode.ValidationError;

    private static bool NextMember(ref Utf8JsonReader json) => json.Read() && json.TokenType == JsonTokenType.PropertyName;

    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
        {
            return json.GetString();
        }

        json.Skip();
        return null;
    }

    private static byte[] Copy(ref Utf8JsonReader json, ReadOnlySpan<byte> body)
    {
        json.Read();
        int start = (int)json.TokenStartIndex;
        json.Skip();
        return body[start..(int)json.BytesConsumed].ToArray();
    }

    private static string? WithoutNamespace(string? type) => type is null ? null : type[(type.LastIndexOf('#') + 1)..];
}
