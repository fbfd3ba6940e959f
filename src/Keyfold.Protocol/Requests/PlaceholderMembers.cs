using System.Text;
using Keyfold.Protocol.Expressions;
using Keyfold.Storage;

namespace Keyfold.Protocol.Requests;

/// <summary>ExpressionAttributeNames or ExpressionAttributeValues of a request, as far as they are wrong themselves.</summary>
internal sealed class PlaceholderMembers
{
    // of keys and values in JSON
    private const int BytesMax = 2 * 1024 * 1024;
    private const int KeyCharactersMax = 255;

    private readonly string _map;
    private int _count;
    private long _bytes;
    private StorageException? _keyError;
    private StorageException? _valueError;

    private PlaceholderMembers(string map) => _map = map;

    /// <summary>Reads the names into a request's placeholders.</summary>
    public static PlaceholderMembers? ReadNames(ref RequestReader reader, Placeholders placeholders)
    {
        if (!reader.BeginMap("java.lang.String"))
        {
            return null;
        }

        PlaceholderMembers names = new(PlaceholderErrors.Names);
        while (reader.NextMember())
        {
            ReadOnlyMemory<byte> key = reader.Name();
            names.Count(key, (byte)'#');
            if (reader.ReadText() is { } name)
            {
                names._bytes += name.Length;
                names._valueError ??= name.Length switch
                {
                    0 => names.ValueError("Empty attribute name", key),
                    > Limits.AttributeNameBytesMax => names.ValueError(AttributeValueErrors.NameTooLong().Message, key),
                    _ => null,
                };
                placeholders.AddName(key, Encoding.UTF8.GetString(name.Span));
            }
        }

        return names;
    }

    /// <summary>Reads the values into a request's placeholders.</summary>
    public static PlaceholderMembers? ReadValues(ref RequestReader reader, Placeholders placeholders)
    {
        if (!reader.BeginMap(AttributeValueReader.ValueType))
        {
            return null;
        }

        PlaceholderMembers values = new(PlaceholderErrors.Values);
        while (reader.NextMember())
        {
            ReadOnlyMemory<byte> key = reader.Name();
            values.Count(key, (byte)':');
            long start = reader.Position;
            ValueMember value = reader.ReadValue();
            values._bytes += reader.Position - start;
            values._valueError ??= value.Error is { } error ? values.ValueError(error.Message, key) : null;
            if (value.IsPresent && value.Error is null)
            {
                placeholders.AddValue(key, value.Value);
            }
        }

        return values;
    }

    /// <summary>Checks that the map is not empty nor too large, then its keys, then its values.</summary>
    public void RequireValid()
    {
        StorageException? error = (_count == 0 ? PlaceholderErrors.Empty(_map) : null)
            ?? (_bytes > BytesMax ? PlaceholderErrors.TooLarge(_map) : null)
            ?? _keyError
            ?? _valueError;
        if (error is not null)
        {
            throw error;
        }
    }

    private void Count(ReadOnlyMemory<byte> key, byte sign)
    {
        _count++;
        _bytes += key.Length;
        _keyError ??= CheckKey(key.Span, sign);
    }

    private StorageException? CheckKey(ReadOnlySpan<byte> key, byte sign)
    {
        if (key.IsEmpty)
        {
            return PlaceholderErrors.KeyEmpty(_map);
        }

        if (key.Length > KeyCharactersMax && Encoding.UTF8.GetCharCount(key) is > KeyCharactersMax and int size)
        {
            return PlaceholderErrors.KeyTooLong(_map, size);
        }

        bool isValid = key.Length > 1 && key[0] == sign;
        foreach (byte character in key[1..])
        {
            isValid &= char.IsAsciiLetterOrDigit((char)character) || character == '_';
        }

        return isValid ? null : PlaceholderErrors.KeySyntax(_map, Encoding.UTF8.GetString(key));
    }

    private StorageException ValueError(string reason, ReadOnlyMemory<byte> key) =>
        PlaceholderErrors.ValueInvalid(_map, reason, Encoding.UTF8.GetString(key.Span));
}
