using System.Globalization;
using System.Text.Json;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Protocol.Requests;

/// <summary>
/// Reads single attribute values, and examines values that could not be read: slowly, but in the order and with the texts of DynamoDB. A wrong JSON type is
/// thrown, since nothing comes before it; what is wrong with a value is given back.
/// </summary>
internal static class AttributeValueReader
{
    public const string Shape = "AttributeValue";
    public const string ValueType = SerializationErrors.Model + Shape;

    /// <summary>Reads the value at which the reader stands, and goes to its end.</summary>
    public static ValueMember Read(ReadOnlySpan<byte> document, ref Utf8JsonReader json)
    {
        Utf8JsonReader start = json;
        if (TryReadText(ref json, out AttributeValue text))
        {
            return new ValueMember(text);
        }

        json = start;
        json.Skip();
        ReadOnlySpan<byte> value = document[(int)start.TokenStartIndex..(int)json.BytesConsumed];

        // the reader of items reads the only attribute of an item
        byte[] item = [.. "{\"v\":"u8, .. value, (byte)'}'];
        try
        {
            return new ValueMember(ItemCodec.Decode(item, ItemEncoding.Json)["v"]);
        }
        catch (ItemFormatException exception)
        {
            return new ValueMember(ExamineValue(ref start) ?? Describe(exception));
        }
    }

    /// <summary>Examines a map of values that could not be read, and goes to its end.</summary>
    public static StorageException Examine(ref Utf8JsonReader json, ItemFormatException exception) => ExamineMap(ref json) ?? Describe(exception);

    // most values are one string or number
    private static bool TryReadText(ref Utf8JsonReader json, out AttributeValue value)
    {
        value = default;
        json.Read();
        bool isString = json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("S"u8);
        if (!isString && !(json.TokenType == JsonTokenType.PropertyName && json.ValueTextEquals("N"u8)))
        {
            return false;
        }

        json.Read();
        if (json.TokenType != JsonTokenType.String)
        {
            return false;
        }

        if (isString)
        {
            value = json.GetString()!;
        }
        else if (!json.ValueIsEscaped && Number.TryParse(json.ValueSpan, out Number number) == NumberError.None)
        {
            value = number;
        }
        else
        {
            return false;
        }

        json.Read();
        return json.TokenType == JsonTokenType.EndObject;
    }

    private static StorageException? ExamineMap(ref Utf8JsonReader json)
    {
        StorageException? error = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            error ??= json.ValueSpan.IsEmpty ? StorageErrors.AttributeNameEmpty() : null;
            json.Read();
            StorageException? found = ExamineElement(ref json);
            error ??= found;
        }

        return error;
    }

    private static StorageException? ExamineElement(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.Null => AttributeValueErrors.Empty(),
        JsonTokenType.StartObject => ExamineValue(ref json),
        _ => throw SerializationErrors.NoStructure(in json, Shape, isElement: true),
    };

    // from the start of the value's object to its end
    private static StorageException? ExamineValue(ref Utf8JsonReader json)
    {
        StorageException? error = null;
        int types = 0;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            bool isKnown = TryGetType(in json, out AttributeType type);
            json.Read();
            if (!isKnown || json.TokenType == JsonTokenType.Null)
            {
                json.Skip();
                continue;
            }

            types++;
            StorageException? found = ExaminePayload(ref json, type);
            error ??= found;
        }

        return error ?? types switch
        {
            0 => AttributeValueErrors.Empty(),
            1 => null,
            _ => AttributeValueErrors.SeveralTypes(),
        };
    }

    private static bool TryGetType(in Utf8JsonReader json, out AttributeType type)
    {
        Span<byte> tag = stackalloc byte[json.ValueSpan.Length > 64 ? 0 : json.ValueSpan.Length];
        return AttributeTypes.TryParseTag(tag.IsEmpty ? default : tag[..json.CopyString(tag)], out type);
    }

    private static StorageException? ExaminePayload(ref Utf8JsonReader json, AttributeType type)
    {
        switch (type)
        {
            case AttributeType.String:
                return json.TokenType == JsonTokenType.String ? null : throw SerializationErrors.NoString(in json);
            case AttributeType.Number:
                return json.TokenType == JsonTokenType.String ? ExamineNumber(in json) : throw SerializationErrors.NoString(in json);
            case AttributeType.Binary:
                ExamineBinary(in json);
                return null;
            case AttributeType.Boolean or AttributeType.Null:
                return ExamineBoolean(in json) || type == AttributeType.Boolean ? null : AttributeValueErrors.NullNotTrue();
            case AttributeType.Map:
                return json.TokenType == JsonTokenType.StartObject ? ExamineMap(ref json) : throw SerializationErrors.NoMap(in json, ValueType);
            default:
                return json.TokenType != JsonTokenType.StartArray ? throw SerializationErrors.NoList(in json)
                    : type == AttributeType.List ? ExamineList(ref json) : ExamineSet(ref json, type);
        }
    }

    private static StorageException? ExamineList(ref Utf8JsonReader json)
    {
        StorageException? error = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            StorageException? found = ExamineElement(ref json);
            error ??= found;
        }

        return error;
    }

    private static StorageException? ExamineSet(ref Utf8JsonReader json, AttributeType type)
    {
        StorageException? error = null;
        List<string> members = [];
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.Null)
            {
                error ??= AttributeValueErrors.NullMember(type);
                continue;
            }

            if (type == AttributeType.BinarySet)
            {
                ExamineBinary(in json);
            }
            else if (json.TokenType != JsonTokenType.String)
            {
                throw SerializationErrors.NoString(in json);
            }

            members.Add(json.GetString()!);
            error ??= type == AttributeType.NumberSet ? ExamineNumber(in json) : null;
        }

        return error
            ?? (members.Count == 0 ? AttributeValueErrors.SetEmpty(type) : null)
            ?? (members.Distinct(StringComparer.Ordinal).Count() < members.Count || type == AttributeType.NumberSet && HaveEqualNumbers(members)
                ? AttributeValueErrors.SetDuplicates(type, members)
                : null);
    }

    private static bool HaveEqualNumbers(List<string> members)
    {
        HashSet<Number> numbers = [];
        return !members.TrueForAll(member => Number.TryParse(member.AsSpan(), out Number number) == NumberError.None && numbers.Add(number));
    }

    private static StorageException? ExamineNumber(in Utf8JsonReader json)
    {
        string text = json.GetString()!;
        return AttributeValueErrors.Of(Number.TryParse(text.AsSpan(), out _), text);
    }

    private static bool ExamineBoolean(in Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String when json.GetString() is "true" or "yes" or "1" => true,
        JsonTokenType.String when json.GetString() is "false" or "no" or "0" => false,
        _ => throw SerializationErrors.NoBoolean(in json),
    };

    private static void ExamineBinary(in Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            throw SerializationErrors.NoBinary(in json);
        }

        byte[] text = new byte[json.ValueSpan.Length];
        int length = json.CopyString(text);
        try
        {
            JsonBase64.Decode(text.AsSpan(0, length), new byte[length]);
        }
        catch (ItemFormatException exception)
        {
            throw new SerializationException(exception.Error switch
            {
                ItemFormatError.Base64Length => string.Create(CultureInfo.InvariantCulture,
                    $"Base64 encoded length is expected a multiple of 4 bytes but found: {length}"),

                // sic
                ItemFormatError.Base64StrayBits => "Invalid last non-pad Base64 character dectected",
                _ => "only base-64-encoded strings are convertible to bytes",
            });
        }
    }

    // what the examination takes and items can't hold
    private static StorageException Describe(ItemFormatException exception) => exception.Error switch
    {
        ItemFormatError.NestingTooDeep => StorageErrors.NestedTooDeep(),
        ItemFormatError.NameTooLong => AttributeValueErrors.NameTooLong(),
        ItemFormatError.InvalidJson or ItemFormatError.InvalidText => throw new SerializationException(),
        ItemFormatError.UnexpectedJson => throw new SerializationException("Unexpected token received from parser"),
        ItemFormatError.DuplicateName => throw new SerializationException(),
        _ => StorageErrors.InvalidParameter(exception.Message),
    };
}
