using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Text.Json;
using System.Text.Unicode;

namespace Keyfold.Items;

public ref partial struct CompactJsonItemReader
{
    // all numbers of so many digits fit 63 bits
    private const int PlainDigitsMax = 18;

    private const int BlockBytes = 32;

    // a quotation mark, a block, and the eight bytes after it
    private const int NamedBytesMax = BlockBytes + 16;

    // :{"S":" and :{"N":" from the last byte to the first
    private const ulong SevenBytes = 0x00FF_FFFF_FFFF_FFFF;
    private const ulong StringStart = 0x22_3A_22_53_22_7B_3A;
    private const ulong NumberStart = 0x22_3A_22_4E_22_7B_3A;

    /// <summary>
    /// Takes a name that is plain and not at the end of the text, and the start of its value. Where that is a string or a number, eight bytes tell it at once.
    /// </summary>
    private bool TryTakeShortName(out ReadOnlySpan<byte> utf8Name)
    {
        utf8Name = default;
        int quote = _isBehindFirst ? _position + 1 : _position;
        if (_json.Length - quote < NamedBytesMax || _json[quote] != (byte)'"' || (_isBehindFirst && _json[_position] != (byte)','))
        {
            return false;
        }

        int length = PlainLength(_json, quote + 1);
        int colon = quote + length + 2;
        if (length == BlockBytes || _json[colon - 1] != (byte)'"')
        {
            return false;
        }

        utf8Name = _json.Slice(quote + 1, length);
        _position = colon;
        ulong start = BinaryPrimitives.ReadUInt64LittleEndian(_json[colon..]) & SevenBytes;
        if (start is StringStart or NumberStart)
        {
            _type = start == StringStart ? AttributeType.String : AttributeType.Number;
            _valueStart = colon + 1;
            _position += 6;
        }
        else
        {
            Take((byte)':');
            BeginValue();
        }

        return true;
    }

    /// <summary>Takes any name and the start of its value, or the end of the map.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool TakeName(out ReadOnlySpan<byte> utf8Name)
    {
        if (Peek() == (byte)'}')
        {
            utf8Name = default;
            _position++;
            Leave();
            return false;
        }

        TakeSeparator();
        if (Peek() != (byte)'"')
        {
            ThrowUnusual();
        }

        utf8Name = TakeText();
        if (!Utf8.IsValid(utf8Name))
        {
            ThrowUnusual();
        }

        Take((byte)':');
        BeginValue();
        return true;
    }

    /// <summary>How many bytes from here on are ASCII and stand for themselves within a string, up to a block's length. There is a block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int PlainLength(ReadOnlySpan<byte> json, int start)
    {
        // bytes above ASCII are below zero as signed ones, and so below a blank
        Vector256<byte> block = Vector256.Create(json.Slice(start, BlockBytes));
        Vector256<byte> ends = Vector256.LessThan(block.AsSByte(), Vector256.Create((sbyte)' ')).AsByte()
            | Vector256.Equals(block, Vector256.Create((byte)'"'))
            | Vector256.Equals(block, Vector256.Create((byte)'\\'));
        return BitOperations.TrailingZeroCount(ends.ExtractMostSignificantBits());
    }

    /// <summary>Goes from the start of an attribute value's object to its payload: <c>{"S":</c> and so on.</summary>
    private void BeginValue()
    {
        _valueStart = _position;
        ReadOnlySpan<byte> rest = _json[_position..];
        if (rest.Length < 8 || rest[0] != (byte)'{' || rest[1] != (byte)'"')
        {
            ThrowUnusual();
        }

        int tagLength = rest[3] == (byte)'"' ? 1 : rest[4] == (byte)'"' ? 2 : 4;
        if (rest.Length < tagLength + 5 || rest[tagLength + 2] != (byte)'"' || rest[tagLength + 3] != (byte)':'
            || !AttributeTypes.TryParseTag(rest.Slice(2, tagLength), out _type) || rest[tagLength + 4] != PayloadStart(_type, rest[tagLength + 4]))
        {
            ThrowUnusual();
        }

        _position += tagLength + 4;
        if (_type == AttributeType.Null && !rest[(tagLength + 4)..].StartsWith("true"u8))
        {
            ThrowUnusual();
        }
    }

    /// <summary>Goes from the payload to the end of the attribute value's object.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void EndValue()
    {
        if (!_inSet)
        {
            Take((byte)'}');
        }

        _isBehindFirst = true;
    }

    private void Descend()
    {
        _position++;
        _isBehindFirst = false;
        if (++_level > Limits.NestingLevelsMax)
        {
            ThrowUnusual();
        }
    }

    /// <summary>Leaves a list or map: its value's object ends too. Behind the item nothing may come.</summary>
    private void Leave()
    {
        if (--_level > 0)
        {
            EndValue();
        }
        else if (_position != _json.Length)
        {
            ThrowUnusual();
        }
    }

    /// <summary>Takes the string that starts here if it is short, of ASCII and without escapes, as most are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool TryTakePlainText(out ReadOnlySpan<byte> text)
    {
        int start = _position + 1;
        if (_json.Length - start > BlockBytes)
        {
            int length = PlainLength(_json, start);
            if (_json[start + length] == (byte)'"')
            {
                text = _json.Slice(start, length);
                _position = start + length + 1;
                return true;
            }
        }

        text = default;
        return false;
    }

    /// <summary>The string that starts here, as UTF-8 without escapes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> TakeText() => TryTakePlainText(out ReadOnlySpan<byte> text) ? text : TakeAnyText();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<byte> TakeAnyText()
    {
        ReadOnlySpan<byte> rest = _json[(_position + 1)..];
        int length = rest.IndexOfAny(EndsOfText);
        if (length < 0 || rest[length] != (byte)'"')
        {
            return TakeEscapedText();
        }

        _position += length + 2;
        return rest[..length];
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ReadOnlySpan<byte> TakeEscapedText()
    {
        int end = JsonScan.EndOfString(_json, _position);
        if (end < 0)
        {
            ThrowUnusual();
        }

        ReadOnlySpan<byte> quoted = _json[_position..end];
        _position = end;
        try
        {
            var reader = new Utf8JsonReader(quoted);
            reader.Read();
            byte[] text = new byte[quoted.Length];
            return text.AsSpan(0, reader.CopyString(text));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            ThrowUnusual();
            return default;
        }
    }

    /// <summary>Takes digits alone, as most numbers are; all else is for <see cref="Parse"/>.</summary>
    private static bool IsPlainInteger(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.IsEmpty || text.Length > PlainDigitsMax)
        {
            return false;
        }

        foreach (byte digit in text)
        {
            if ((uint)(digit - '0') > 9)
            {
                return false;
            }

            value = (value * 10) + (digit - '0');
        }

        return true;
    }

    private static Number Parse(ReadOnlySpan<byte> text)
    {
        if (Number.TryParse(text, out Number number) != NumberError.None)
        {
            ThrowUnusual();
        }

        return number;
    }

    private void SkipContainer()
    {
        int end = JsonScan.EndOfValue(_json, _valueStart);
        if (end < 0)
        {
            ThrowUnusual();
        }

        _position = end;
        _isBehindFirst = true;
    }

    private bool TakeBoolean()
    {
        bool value = TakeLiteral("true"u8);
        if (!value && !TakeLiteral("false"u8))
        {
            ThrowUnusual();
        }

        return value;
    }

    private bool TakeLiteral(ReadOnlySpan<byte> literal)
    {
        if (!_json[_position..].StartsWith(literal))
        {
            return false;
        }

        _position += literal.Length;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly byte Peek()
    {
        if ((uint)_position >= (uint)_json.Length)
        {
            ThrowUnusual();
        }

        return _json[_position];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Take(byte expected)
    {
        if ((uint)_position >= (uint)_json.Length || _json[_position] != expected)
        {
            ThrowUnusual();
        }

        _position++;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void TakeSeparator()
    {
        if (_isBehindFirst)
        {
            Take((byte)',');
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly void Require(AttributeType type)
    {
        if (_type != type)
        {
            ThrowUnusual();
        }
    }

    private static byte PayloadStart(AttributeType type, byte found) => type switch
    {
        AttributeType.String or AttributeType.Number or AttributeType.Binary => (byte)'"',
        AttributeType.Map => (byte)'{',
        AttributeType.Boolean or AttributeType.Null => found,
        _ => (byte)'[',
    };

    /// <summary>Says only that another reader is to be asked.</summary>
    [DoesNotReturn]
    private static void ThrowUnusual() => throw new ItemFormatException(ItemFormatError.InvalidJson);
}
