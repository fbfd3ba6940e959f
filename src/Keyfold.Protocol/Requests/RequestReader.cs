using System.Text.Json;
using System.Text.Unicode;
using Keyfold.Items;

namespace Keyfold.Protocol.Requests;

/// <summary>
/// Reads a request's body forwards. Every Read and Begin method takes the value of the current member or element; a JSON null is as good as no member, and
/// gives the default.
/// </summary>
/// <remarks>Not to be copied: pass it by reference. Texts are slices of the body unless they have escapes.</remarks>
internal ref struct RequestReader
{
    // items may have 32 levels, which are 65 in JSON; deeper ones are to be reported as such and not as bad JSON
    private const int JsonDepthMax = 1000;

    private readonly ReadOnlyMemory<byte> _body;
    private readonly RequestMemory _memory;
    private Utf8JsonReader _json;

    /// <summary>Reads a body.</summary>
    /// <exception cref="SerializationException">It is not the start of a JSON object in UTF-8.</exception>
    public RequestReader(ReadOnlyMemory<byte> body, RequestMemory memory)
    {
        _body = body;
        _memory = memory;
        _json = new Utf8JsonReader(body.Span, new JsonReaderOptions { MaxDepth = JsonDepthMax });
        if (!Utf8.IsValid(body.Span) || !_json.Read() || _json.TokenType != JsonTokenType.StartObject)
        {
            throw new SerializationException();
        }
    }

    /// <summary>The number of bytes read.</summary>
    public readonly long Position => _json.BytesConsumed;

    /// <summary>Goes to the next member of an object; false at its end, which also leaves it.</summary>
    public bool NextMember()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName;
    }

    /// <summary>Goes to the next element of a list; false at its end, which also leaves it.</summary>
    public bool NextElement()
    {
        _json.Read();
        return _json.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Whether the current member has a name.</summary>
    public readonly bool Is(ReadOnlySpan<byte> name) => _json.ValueTextEquals(name);

    /// <summary>The name of the current member.</summary>
    public readonly ReadOnlyMemory<byte> Name() => Text();

    /// <summary>Passes over the value of a member that the operation does not know.</summary>
    public void Skip() => _json.Skip();

    /// <summary>Takes a string as UTF-8; null if there is none.</summary>
    public ReadOnlyMemory<byte>? ReadText()
    {
        if (!TryAdvance())
        {
            return null;
        }

        return _json.TokenType == JsonTokenType.String ? Text() : throw SerializationErrors.NoString(in _json);
    }

    /// <summary>Takes a string; null if there is none.</summary>
    public string? ReadString() => ReadText() is { } text ? System.Text.Encoding.UTF8.GetString(text.Span) : null;

    /// <summary>Takes a Boolean; null if there is none. DynamoDB takes some words for one, too.</summary>
    public bool? ReadBoolean()
    {
        if (!TryAdvance())
        {
            return null;
        }

        return _json.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String when _json.ValueTextEquals("true"u8) || _json.ValueTextEquals("yes"u8) || _json.ValueTextEquals("1"u8) => true,
            JsonTokenType.String when _json.ValueTextEquals("false"u8) || _json.ValueTextEquals("no"u8) || _json.ValueTextEquals("0"u8) => false,
            _ => throw SerializationErrors.NoBoolean(in _json),
        };
    }

    /// <summary>Takes an integer; null if there is none. A fraction is cut off, and what does not fit is as large as can be.</summary>
    public int? ReadInt32() => ReadInteger("Integer") is { } value ? (int)Math.Clamp(value, int.MinValue, int.MaxValue) : null;

    /// <summary>Takes an integer; null if there is none. A fraction is cut off, and what does not fit is as large as can be.</summary>
    public long? ReadInt64() => ReadInteger("Long");

    /// <summary>Takes a list of strings; null if there is none.</summary>
    public List<string>? ReadStrings()
    {
        if (!BeginList())
        {
            return null;
        }

        List<string> strings = [];
        while (NextElement())
        {
            strings.Add(ReadString() ?? "");
        }

        return strings;
    }

    /// <summary>Enters a structure; false if there is none.</summary>
    /// <param name="shape">Its name in the service's model.</param>
    /// <param name="isElement">Whether it is in a list or map.</param>
    public bool BeginStructure(string shape, bool isElement = false)
    {
        if (!TryAdvance())
        {
            return false;
        }

        return _json.TokenType == JsonTokenType.StartObject ? true : throw SerializationErrors.NoStructure(in _json, shape, isElement);
    }

    /// <summary>Enters a map; false if there is none.</summary>
    /// <param name="valueType">The type of its values in DynamoDB's words.</param>
    public bool BeginMap(string valueType)
    {
        if (!TryAdvance())
        {
            return false;
        }

        return _json.TokenType == JsonTokenType.StartObject ? true : throw SerializationErrors.NoMap(in _json, valueType);
    }

    /// <summary>Enters a list; false if there is none.</summary>
    public bool BeginList()
    {
        if (!TryAdvance())
        {
            return false;
        }

        return _json.TokenType == JsonTokenType.StartArray ? true : throw SerializationErrors.NoList(in _json);
    }

    /// <summary>Takes a map of attribute values as an encoded item.</summary>
    public EncodedMember ReadItem()
    {
        if (!BeginMap(AttributeValueReader.ValueType))
        {
            return default;
        }

        Utf8JsonReader start = _json;
        BinaryItemWriter writer = BinaryItemWriter.Rent();
        try
        {
            JsonItemReader reader = new(_body.Span, in _json);
            ItemCodec.Copy(ref reader, ref writer);
            _json = reader.Position;
            return new EncodedMember(_memory.Copy(writer.WrittenSpan));
        }
        catch (ItemFormatException exception)
        {
            _json = start;
            return new EncodedMember(AttributeValueReader.Examine(ref _json, exception));
        }
        finally
        {
            writer.Dispose();
        }
    }

    /// <summary>Takes one attribute value; the default if there is none.</summary>
    public ValueMember ReadValue()
    {
        if (!BeginStructure(AttributeValueReader.Shape, isElement: _json.TokenType != JsonTokenType.PropertyName))
        {
            return default;
        }

        return AttributeValueReader.Read(_body.Span, ref _json);
    }

    /// <summary>Reads what is left of the body, so that bad JSON anywhere in it is found.</summary>
    public void ReadToEnd()
    {
        while (_json.Read())
        {
        }
    }

    private bool TryAdvance()
    {
        if (_json.TokenType == JsonTokenType.PropertyName)
        {
            _json.Read();
        }

        return _json.TokenType != JsonTokenType.Null;
    }

    private long? ReadInteger(string type)
    {
        if (!TryAdvance())
        {
            return null;
        }

        if (_json.TokenType != JsonTokenType.Number)
        {
            throw SerializationErrors.NoInteger(in _json, type);
        }

        return _json.TryGetInt64(out long value) ? value : (long)Math.Clamp(_json.GetDouble(), long.MinValue, long.MaxValue);
    }

    private readonly ReadOnlyMemory<byte> Text()
    {
        if (!_json.ValueIsEscaped)
        {
            return _body.Slice((int)_json.TokenStartIndex + 1, _json.ValueSpan.Length);
        }

        byte[] text = new byte[_json.ValueSpan.Length];
        return text.AsMemory(0, _json.CopyString(text));
    }
}
