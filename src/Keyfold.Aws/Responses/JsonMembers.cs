using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Aws.Responses;

/// <summary>Goes over the members of a JSON object, or the elements of an array, and gives where their values lie.</summary>
internal ref struct JsonMembers
{
    private readonly ReadOnlySpan<byte> _json;
    private readonly byte _end;
    private int _position;
    private bool _isBehindFirst;

    /// <summary>Goes over an object or array.</summary>
    /// <param name="json">The text, or a part of it that begins with the bracket.</param>
    public JsonMembers(ReadOnlySpan<byte> json)
    {
        _json = json;
        _position = JsonScan.SkipBlanks(json, 0);
        byte start = _position < json.Length ? json[_position] : (byte)0;
        if (start is not ((byte)'{' or (byte)'['))
        {
            throw Unreadable();
        }

        _end = start == (byte)'{' ? (byte)'}' : (byte)']';
        _position++;
    }

    /// <summary>The bytes of the last value; its start is an offset into what was given.</summary>
    public (int Start, int Length) Value { get; private set; }

    public static TransportException Unreadable() => new(TransportFailure.UnreadableAnswer, "The answer is not the JSON that DynamoDB answers with.");

    /// <summary>Goes to the next member of an object. Names are compared as they are written: DynamoDB escapes none of its own.</summary>
    public bool Next(out ReadOnlySpan<byte> name)
    {
        if (!Advance())
        {
            name = default;
            return false;
        }

        int end = _position < _json.Length && _json[_position] == (byte)'"' ? JsonScan.EndOfString(_json, _position) : -1;
        if (end < 0)
        {
            throw Unreadable();
        }

        name = _json[(_position + 1)..(end - 1)];
        _position = JsonScan.SkipBlanks(_json, end);
        if (_position >= _json.Length || _json[_position] != (byte)':')
        {
            throw Unreadable();
        }

        _position = JsonScan.SkipBlanks(_json, _position + 1);
        TakeValue();
        return true;
    }

    /// <summary>Goes to the next element of an array.</summary>
    public bool Next()
    {
        if (!Advance())
        {
            return false;
        }

        TakeValue();
        return true;
    }

    /// <summary>The bytes of the last value.</summary>
    public readonly ReadOnlySpan<byte> ValueSpan => _json.Slice(Value.Start, Value.Length);

    private void TakeValue()
    {
        int end = JsonScan.EndOfValue(_json, _position);
        if (end < 0)
        {
            throw Unreadable();
        }

        Value = (_position, end - _position);
        _position = end;
    }

    private bool Advance()
    {
        _position = JsonScan.SkipBlanks(_json, _position);
        if (_position >= _json.Length)
        {
            throw Unreadable();
        }

        if (_json[_position] == _end)
        {
            return false;
        }

        if (_isBehindFirst)
        {
            if (_json[_position] != (byte)',')
            {
                throw Unreadable();
            }

            _position = JsonScan.SkipBlanks(_json, _position + 1);
        }

        _isBehindFirst = true;
        return true;
    }
}
