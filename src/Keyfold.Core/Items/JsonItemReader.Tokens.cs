using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

namespace Keyfold.Items;

public ref partial struct JsonItemReader
{
    /// <summary>Goes from the start of an attribute value's object to its payload.</summary>
    private void BeginValue()
    {
        Expect(JsonTokenType.StartObject, type: null);
        _valueStart = (int)_json.TokenStartIndex;
        if (!NextType(out _type))
        {
            throw new ItemFormatException(ItemFormatError.NoType);
        }

        Expect(PayloadOf(_type), _type);
        if (_type == AttributeType.Null && _json.TokenType == JsonTokenType.False)
        {
            throw new ItemFormatException(ItemFormatError.NullNotTrue);
        }
    }

    /// <summary>Goes from the payload to the end of the attribute value's object, which must not have another type.</summary>
    private void EndValue()
    {
        if (_inSet || !NextType(out var other))
        {
            return;
        }

        // DynamoDB looks at numbers before it counts the types
        if (other == AttributeType.Number && _json.TokenType == JsonTokenType.String)
        {
            ParseNumber();
        }

        throw new ItemFormatException(ItemFormatError.SeveralTypes);
    }

    /// <summary>Goes to the payload of the next tag that is known and not null; false at the end of the object.</summary>
    private bool NextType(out AttributeType type)
    {
        while (true)
        {
            Read();
            if (_json.TokenType == JsonTokenType.EndObject)
            {
                type = default;
                return false;
            }

            bool isKnown = AttributeTypes.TryParseTag(Text(), out type);
            Read();
            if (isKnown && _json.TokenType != JsonTokenType.Null)
            {
                return true;
            }

            SkipJson();
        }
    }

    private void BeginMember()
    {
        _valueStart = (int)_json.TokenStartIndex;
        if (_json.TokenType == JsonTokenType.Null)
        {
            throw new ItemFormatException(ItemFormatError.NullSetMember) { Type = _type };
        }

        Expect(JsonTokenType.String, _type);
    }

    private void Descend()
    {
        if (++_level > Limits.NestingLevelsMax)
        {
            throw new ItemFormatException(ItemFormatError.NestingTooDeep);
        }
    }

    /// <summary>Leaves a list or map: its value's object ends too. Behind an item that is all there is, nothing may come.</summary>
    private void Leave()
    {
        _level--;
        if (_level > 0)
        {
            EndValue();
        }
        else if (_isWhole && TryRead())
        {
            throw new ItemFormatException(ItemFormatError.InvalidJson);
        }
    }

    /// <summary>The current name or string as UTF-8 without escapes.</summary>
    private readonly ReadOnlySpan<byte> Text()
    {
        if (!_json.ValueIsEscaped)
        {
            return _json.ValueSpan;
        }

        byte[] text = new byte[_json.ValueSpan.Length];
        try
        {
            return text.AsSpan(0, _json.CopyString(text));
        }
        catch (InvalidOperationException)
        {
            throw new ItemFormatException(ItemFormatError.InvalidText);
        }
    }

    private readonly Number ParseNumber()
    {
        var text = Text();
        var error = Number.TryParse(text, out var number);
        return error == NumberError.None
            ? number
            : throw new ItemFormatException(ItemFormatException.From(error), detail: System.Text.Encoding.UTF8.GetString(text));
    }

    private void Read()
    {
        if (!TryRead())
        {
            throw new ItemFormatException(ItemFormatError.InvalidJson);
        }
    }

    private bool TryRead()
    {
        try
        {
            return _json.Read();
        }
        catch (JsonException exception)
        {
            throw InvalidJson(exception);
        }
    }

    private void SkipJson()
    {
        try
        {
            _json.Skip();
        }
        catch (JsonException exception)
        {
            throw InvalidJson(exception);
        }
    }

    private static ItemFormatException InvalidJson(JsonException exception) =>
        new(ItemFormatError.InvalidJson, detail: $"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine}");

    private static JsonTokenType PayloadOf(AttributeType type) => type switch
    {
        AttributeType.String or AttributeType.Number or AttributeType.Binary => JsonTokenType.String,
        AttributeType.Boolean or AttributeType.Null => JsonTokenType.True,
        AttributeType.Map => JsonTokenType.StartObject,
        _ => JsonTokenType.StartArray,
    };

    private readonly void Expect(JsonTokenType token, AttributeType? type)
    {
        var found = _json.TokenType == JsonTokenType.False ? JsonTokenType.True : _json.TokenType;
        if (found != token)
        {
            throw new ItemFormatException(ItemFormatError.UnexpectedJson, detail: $"found {_json.TokenType}") { Type = type, Found = _json.TokenType };
        }
    }

    private readonly void Require(AttributeType type)
    {
        if (_type != type)
        {
            ThrowWrongType(type);
        }
    }

    [DoesNotReturn]
    private readonly void ThrowWrongType(AttributeType expected) =>
        throw new ItemFormatException(ItemFormatError.WrongType, detail: $"expected {expected.Tag()}, found {_type.Tag()}") { Type = expected };
}
