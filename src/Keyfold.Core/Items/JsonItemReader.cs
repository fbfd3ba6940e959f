using System.Text.Json;
using System.Text.Unicode;

namespace Keyfold.Items;

/// <summary>
/// Reads an item in DynamoDB's JSON, <c>{"Id":{"S":"1"}}</c>. Strict about types: a number is a JSON string, for instance. Tags that DynamoDB does not know are
/// passed over, as DynamoDB does. What is wrong is an <see cref="ItemFormatException"/>.
/// </summary>
/// <remarks>
/// Not to be copied while reading: pass it by reference. The object of expression attribute values has the form of an item and is read as one. Names and
/// texts with escapes, and binary values, are decoded into arrays of their own.
/// </remarks>
public ref partial struct JsonItemReader : IItemReader
{
    // an item of 32 levels has 65 in JSON; deeper ones are to be reported as such and not as bad JSON
    private const int JsonDepthMax = 1000;

    private readonly ReadOnlySpan<byte> _bytes;
    private readonly bool _isWhole;
    private Utf8JsonReader _json;
    private AttributeType _type;
    private int _valueStart;
    private int _level;
    private bool _inSet;

    /// <summary>Reads bytes that are one item and nothing else but blanks.</summary>
    public JsonItemReader(ReadOnlySpan<byte> utf8Json)
    {
        _bytes = utf8Json;
        _isWhole = true;
        _json = new Utf8JsonReader(utf8Json, new JsonReaderOptions { MaxDepth = JsonDepthMax });
    }

    /// <summary>Reads an item within a document. Afterwards <see cref="Position"/> is at its end.</summary>
    /// <param name="document">All of the document, from which <paramref name="position"/> reads.</param>
    /// <param name="position">A reader at the first token of the item, or before it.</param>
    public JsonItemReader(ReadOnlySpan<byte> document, scoped in Utf8JsonReader position)
    {
        _bytes = document;
        _json = position;
    }

    /// <inheritdoc/>
    public static ItemEncoding Encoding => ItemEncoding.Json;

    /// <summary>The reader within the document, for going on behind the item.</summary>
    public readonly Utf8JsonReader Position => _json;

    /// <inheritdoc/>
    public readonly AttributeType Type => _type;

    /// <inheritdoc/>
    public void BeginItem()
    {
        if (_json.TokenType is JsonTokenType.None or JsonTokenType.PropertyName)
        {
            Read();
        }

        Expect(JsonTokenType.StartObject, type: null);
        _level = 1;
    }

    /// <inheritdoc/>
    public void BeginMap()
    {
        Require(AttributeType.Map);
        Descend();
    }

    /// <inheritdoc/>
    public bool NextName(out ReadOnlySpan<byte> utf8Name)
    {
        Read();
        if (_json.TokenType == JsonTokenType.EndObject)
        {
            utf8Name = default;
            Leave();
            return false;
        }

        utf8Name = Text();
        if (!Utf8.IsValid(utf8Name))
        {
            throw new ItemFormatException(ItemFormatError.InvalidText);
        }

        Read();
        BeginValue();
        return true;
    }

    /// <inheritdoc/>
    public void BeginList(out int count)
    {
        Require(AttributeType.List);
        Descend();
        count = 0;
    }

    /// <inheritdoc/>
    public void BeginSet(out int count)
    {
        if (!_type.IsSet())
        {
            ThrowWrongType(AttributeType.StringSet);
        }

        _inSet = true;
        _type = _type.MemberType();
        count = 0;
    }

    /// <inheritdoc/>
    public bool NextElement()
    {
        Read();
        if (_json.TokenType == JsonTokenType.EndArray)
        {
            if (_inSet)
            {
                _inSet = false;
                EndValue();
            }
            else
            {
                Leave();
            }

            return false;
        }

        if (_inSet)
        {
            BeginMember();
        }
        else
        {
            BeginValue();
        }

        return true;
    }

    /// <inheritdoc/>
    public string GetString()
    {
        Require(AttributeType.String);
        string text;
        try
        {
            text = _json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new ItemFormatException(ItemFormatError.InvalidText);
        }

        EndValue();
        return text;
    }

    /// <inheritdoc/>
    public bool TryGetUtf8(out ReadOnlySpan<byte> utf8)
    {
        if (_type != AttributeType.String)
        {
            utf8 = default;
            return false;
        }

        utf8 = Text();
        EndValue();
        return true;
    }

    /// <inheritdoc/>
    public Number GetNumber()
    {
        Require(AttributeType.Number);
        var number = ParseNumber();
        EndValue();
        return number;
    }

    /// <inheritdoc/>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (_type != AttributeType.Number || !ParseNumber().TryGetInt64(out value))
        {
            return false;
        }

        EndValue();
        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> GetBinary()
    {
        Require(AttributeType.Binary);
        var text = Text();
        byte[] bytes = new byte[(text.Length / 4 * 3) + 3];
        int length = JsonBase64.Decode(text, bytes);
        EndValue();
        return bytes.AsSpan(0, length);
    }

    /// <inheritdoc/>
    public bool GetBoolean()
    {
        Require(AttributeType.Boolean);
        bool value = _json.TokenType == JsonTokenType.True;
        EndValue();
        return value;
    }

    /// <inheritdoc/>
    public AttributeValue GetValue() => ItemCodec.ReadValue(ref this);

    /// <inheritdoc/>
    public ReadOnlySpan<byte> GetRaw()
    {
        int start = _valueStart;
        Skip();
        return _bytes[start..(int)_json.BytesConsumed];
    }

    /// <inheritdoc/>
    public void Skip()
    {
        SkipJson();
        EndValue();
    }
}
