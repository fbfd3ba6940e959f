using System.Buffers;
using System.Text;

namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>Takes the UTF-8 text of an expression apart.</summary>
internal ref struct Lexer(ReadOnlySpan<byte> text)
{
    private static readonly SearchValues<byte> WordBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"u8);

    private readonly ReadOnlySpan<byte> _text = text;
    private int _position;

    /// <summary>The next token; at the end of the text <see cref="TokenKind.End"/> again and again.</summary>
    public Token Next()
    {
        while (_position < _text.Length && _text[_position] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            _position++;
        }

        int start = _position;
        TokenKind kind = start == _text.Length ? TokenKind.End : Read(_text[start..]);
        return new Token(kind, start, _position);
    }

    private TokenKind Read(ReadOnlySpan<byte> rest)
    {
        byte first = rest[0];
        if (char.IsAsciiLetter((char)first))
        {
            int length = WordLength(rest);
            _position += length;
            return Keyword(rest[..length]);
        }

        if (first is (byte)'#' or (byte)':' && WordLength(rest[1..]) is > 0 and int key)
        {
            _position += key + 1;
            return first == '#' ? TokenKind.NamePlaceholder : TokenKind.ValuePlaceholder;
        }

        if (char.IsAsciiDigit((char)first))
        {
            // no number but 0 starts with 0: 007 are three of them
            int length = first == '0' ? 1 : rest.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            _position += length < 0 ? rest.Length : length;
            return TokenKind.Digits;
        }

        return ReadSymbol(rest);
    }

    private TokenKind ReadSymbol(ReadOnlySpan<byte> rest)
    {
        byte second = rest.Length > 1 ? rest[1] : (byte)0;
        (TokenKind kind, int length) = (rest[0], second) switch
        {
            ((byte)'<', (byte)'>') => (TokenKind.NotEqual, 2),
            ((byte)'<', (byte)'=') => (TokenKind.LessThanOrEqual, 2),
            ((byte)'>', (byte)'=') => (TokenKind.GreaterThanOrEqual, 2),
            ((byte)'<', _) => (TokenKind.LessThan, 1),
            ((byte)'>', _) => (TokenKind.GreaterThan, 1),
            ((byte)'=', _) => (TokenKind.Equal, 1),
            ((byte)'+', _) => (TokenKind.Plus, 1),
            ((byte)'-', _) => (TokenKind.Minus, 1),
            ((byte)',', _) => (TokenKind.Comma, 1),
            ((byte)'.', _) => (TokenKind.Dot, 1),
            ((byte)'(', _) => (TokenKind.OpenParenthesis, 1),
            ((byte)')', _) => (TokenKind.CloseParenthesis, 1),
            ((byte)'[', _) => (TokenKind.OpenBracket, 1),
            ((byte)']', _) => (TokenKind.CloseBracket, 1),
            _ => (TokenKind.Unknown, CharacterLength(rest)),
        };
        _position += length;
        return kind;
    }

    private static int CharacterLength(ReadOnlySpan<byte> rest)
    {
        Rune.DecodeFromUtf8(rest, out _, out int length);
        return length;
    }

    private static int WordLength(ReadOnlySpan<byte> rest)
    {
        int length = rest.IndexOfAnyExcept(WordBytes);
        return length < 0 ? rest.Length : length;
    }

    private static TokenKind Keyword(ReadOnlySpan<byte> word) => word.Length switch
    {
        2 when Ascii.EqualsIgnoreCase(word, "OR"u8) => TokenKind.Or,
        2 when Ascii.EqualsIgnoreCase(word, "IN"u8) => TokenKind.In,
        3 when Ascii.EqualsIgnoreCase(word, "AND"u8) => TokenKind.And,
        3 when Ascii.EqualsIgnoreCase(word, "NOT"u8) => TokenKind.Not,
        3 when Ascii.EqualsIgnoreCase(word, "SET"u8) => TokenKind.Set,
        3 when Ascii.EqualsIgnoreCase(word, "ADD"u8) => TokenKind.Add,
        6 when Ascii.EqualsIgnoreCase(word, "REMOVE"u8) => TokenKind.Remove,
        6 when Ascii.EqualsIgnoreCase(word, "DELETE"u8) => TokenKind.Delete,
        7 when Ascii.EqualsIgnoreCase(word, "BETWEEN"u8) => TokenKind.Between,
        _ => TokenKind.Identifier,
    };
}
