using System.Buffers;
using System.Text.Unicode;

namespace Keyfold.Items;

/// <summary>
/// Reads an item in DynamoDB's JSON as DynamoDB writes it: without blanks, one tag for each value. Whatever is otherwise is an
/// <see cref="ItemFormatException"/>, upon which <see cref="JsonItemReader"/> is to be asked, which takes any JSON and knows what is wrong with it. Twice as
/// fast as that.
/// </summary>
/// <remarks>Not to be copied while reading: pass it by reference. Lists, maps and sets that are passed over are not looked at but for their brackets.</remarks>
public ref partial struct CompactJsonItemReader : IItemReader
{
    // what ends a run of a string that stands for itself
    private static readonly SearchValues<byte> EndsOfText = SearchValues.Create(
        [(byte)'"', (byte)'\\', .. Enumerable.Range(0, 0x20).Select(value => (byte)value)]);

    private readonly ReadOnlySpan<byte> _json;
    private int _position;
    private int _valueStart;
    private int _level;
    private AttributeType _type;
    private Number _parsed;
    private int _parsedEnd;
    private bool _inSet;
    private bool _isBehindFirst;

    /// <summary>Reads bytes that are one item and nothing else.</summary>
    public CompactJsonItemReader(ReadOnlySpan<byte> utf8Json) => _json = utf8Json;

    /// <inheritdoc/>
    public static ItemEncoding Encoding => ItemEncoding.Json;

    /// <inheritdoc/>
    public readonly AttributeType Type => _type;

    /// <inheritdoc/>
    public void BeginItem()
    {
        Take((byte)'{');
        _level = 1;
        _isBehindFirst = false;
    }

    /// <inheritdoc/>
    public void BeginMap()
    {
        Require(AttributeType.Map);
        Descend();
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
            ThrowUnusual();
        }

        _position++;
        _inSet = true;
        _isBehindFirst = false;
        _type = _type.MemberType();
        count = 0;
    }

    /// <inheritdoc/>
    public bool NextName(out ReadOnlySpan<byte> utf8Name) => TryTakeShortName(out utf8Name) || TakeName(out utf8Name);

    /// <inheritdoc/>
    public bool NextElement()
    {
        if (Peek() == (byte)']')
        {
            _position++;
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

        TakeSeparator();
        if (_inSet)
        {
            _valueStart = _position;
            if (Peek() != (byte)'"')
            {
                ThrowUnusual();
            }
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
        if (TryTakePlainText(out ReadOnlySpan<byte> text))
        {
            EndValue();
            return System.Text.Encoding.Latin1.GetString(text);
        }

        text = TakeText();
        if (!Utf8.IsValid(text))
        {
            ThrowUnusual();
        }

        EndValue();
        return System.Text.Encoding.UTF8.GetString(text);
    }

    /// <inheritdoc/>
    public bool TryGetUtf8(out ReadOnlySpan<byte> utf8)
    {
        if (_type != AttributeType.String)
        {
            utf8 = default;
            return false;
        }

        utf8 = TakeText();
        EndValue();
        return true;
    }

    /// <inheritdoc/>
    public Number GetNumber()
    {
        Require(AttributeType.Number);
        if (_parsedEnd > _position)
        {
            // asked for as an integer before, which it is not
            _position = _parsedEnd;
        }
        else
        {
            _parsed = Parse(TakeText());
        }

        EndValue();
        return _parsed;
    }

    /// <inheritdoc/>
    public bool TryGetInt64(out long value)
    {
        value = 0;
        if (_type != AttributeType.Number)
        {
            return false;
        }

        int start = _position;
        ReadOnlySpan<byte> text = TakeText();
        if (!IsPlainInteger(text, out value))
        {
            _parsed = Parse(text);
            if (!_parsed.TryGetInt64(out value))
            {
                _parsedEnd = _position;
                _position = start;
                return false;
            }
        }

        EndValue();
        return true;
    }

    /// <inheritdoc/>
    public ReadOnlySpan<byte> GetBinary()
    {
        Require(AttributeType.Binary);
        ReadOnlySpan<byte> text = TakeText();
        byte[] bytes = new byte[(text.Length / 4 * 3) + 3];
        int length = JsonBase64.Decode(text, bytes);
        EndValue();
        return bytes.AsSpan(0, length);
    }

    /// <inheritdoc/>
    public bool GetBoolean()
    {
        Require(AttributeType.Boolean);
        bool value = TakeBoolean();
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
        return _json[start.._position];
    }

    /// <inheritdoc/>
    public void Skip()
    {
        switch (_type)
        {
            case AttributeType.String or AttributeType.Number or AttributeType.Binary:
                TakeText();
                EndValue();
                break;
            case AttributeType.Boolean or AttributeType.Null:
                TakeBoolean();
                EndValue();
                break;
            default:
                SkipContainer();
                break;
        }
    }
}
