using System.Text;

namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Takes the text of a statement apart. White space, <c>-- comments</c> and <c>/* comments */</c> separate tokens.</summary>
internal struct Lexer(string text)
{
    private readonly string _text = text;
    private int _position;
    private int _line = 1;
    private int _lineStart;

    /// <summary>The next token; at the end of the text <see cref="TokenKind.End"/> again and again.</summary>
    public Token Next()
    {
        if (!TrySkipSpace())
        {
            return Make(TokenKind.Invalid, _text.Length - _position, null);
        }

        ReadOnlySpan<char> rest = _text.AsSpan(_position);
        return rest.IsEmpty ? Make(TokenKind.End, 0, "") : rest[0] switch
        {
            '\'' => Quoted(TokenKind.String),
            '"' => Quoted(TokenKind.QuotedIdentifier),
            '`' => Quoted(TokenKind.Ion),
            char first when IsWordStart(first) => Word(rest),
            char first when char.IsAsciiDigit(first) || (first == '.' && rest.Length > 1 && char.IsAsciiDigit(rest[1])) => Number(rest),
            _ => Symbol(rest),
        };
    }

    // false for a comment without its end
    private bool TrySkipSpace()
    {
        while (_position < _text.Length)
        {
            ReadOnlySpan<char> rest = _text.AsSpan(_position);
            if (rest[0] == '\n')
            {
                _lineStart = ++_position;
                _line++;
            }
            else if (char.IsWhiteSpace(rest[0]))
            {
                _position++;
            }
            else if (rest.StartsWith("--"))
            {
                int end = rest.IndexOf('\n');
                _position = end < 0 ? _text.Length : _position + end;
            }
            else if (rest.StartsWith("/*"))
            {
                int end = rest[2..].IndexOf("*/");
                if (end < 0)
                {
                    return false;
                }

                int lastBreak = rest[..(end + 4)].LastIndexOf('\n');
                _line += rest[..(end + 4)].Count('\n');
                _lineStart = lastBreak < 0 ? _lineStart : _position + lastBreak + 1;
                _position += end + 4;
            }
            else
            {
                break;
            }
        }

        return true;
    }

    private Token Word(ReadOnlySpan<char> rest)
    {
        int length = 1;
        while (length < rest.Length && (IsWordStart(rest[length]) || char.IsAsciiDigit(rest[length])))
        {
            length++;
        }

        string? keyword = Keywords.Find(rest[..length]);
        return Make(keyword is null ? TokenKind.Identifier : TokenKind.Keyword, length, keyword);
    }

    private Token Number(ReadOnlySpan<char> rest)
    {
        int length = Digits(rest, 0);
        if (length < rest.Length && rest[length] == '.')
        {
            length = Digits(rest, length + 1);
        }

        if (length < rest.Length && rest[length] is 'e' or 'E')
        {
            int exponent = length + 1 < rest.Length && rest[length + 1] is '+' or '-' ? length + 2 : length + 1;
            length = Digits(rest, exponent);
            if (length == exponent)
            {
                return Make(TokenKind.Invalid, length, null);
            }
        }

        bool runsOn = length < rest.Length && IsWordStart(rest[length]);
        return Make(runsOn ? TokenKind.Invalid : TokenKind.Number, length, null);
    }

    // a quotation mark within is written twice
    private Token Quoted(TokenKind kind)
    {
        char mark = _text[_position];
        StringBuilder content = new();
        int start = _position + 1;
        while (true)
        {
            int end = _text.IndexOf(mark, start);
            if (end < 0)
            {
                return Make(TokenKind.Invalid, _text.Length - _position, null);
            }

            content.Append(_text, start, end - start);
            if (end + 1 == _text.Length || _text[end + 1] != mark)
            {
                return Make(kind, end + 1 - _position, content.ToString());
            }

            content.Append(mark);
            start = end + 2;
        }
    }

    private Token Symbol(ReadOnlySpan<char> rest) => (rest[0], rest.Length > 1 ? rest[1] : '\0') switch
    {
        ('<', '<') => Make(TokenKind.OpenBag, 2, null),
        ('>', '>') => Make(TokenKind.CloseBag, 2, null),
        ('<', '>') or ('<', '=') or ('>', '=') or ('|', '|') => Make(TokenKind.Operator, 2, null),
        ('!', '=') => Make(TokenKind.Operator, 2, "<>"),
        ('=' or '<' or '>' or '+' or '-' or '/' or '%', _) => Make(TokenKind.Operator, 1, null),
        ('*', _) => Make(TokenKind.Star, 1, null),
        ('?', _) => Make(TokenKind.Parameter, 1, null),
        ('.', _) => Make(TokenKind.Dot, 1, null),
        (',', _) => Make(TokenKind.Comma, 1, null),
        (':', _) => Make(TokenKind.Colon, 1, null),
        (';', _) => Make(TokenKind.Semicolon, 1, null),
        ('@', _) => Make(TokenKind.At, 1, null),
        ('(', _) => Make(TokenKind.OpenParenthesis, 1, null),
        (')', _) => Make(TokenKind.CloseParenthesis, 1, null),
        ('[', _) => Make(TokenKind.OpenBracket, 1, null),
        (']', _) => Make(TokenKind.CloseBracket, 1, null),
        ('{', _) => Make(TokenKind.OpenBrace, 1, null),
        ('}', _) => Make(TokenKind.CloseBrace, 1, null),
        _ => Make(TokenKind.Invalid, 1, null),
    };

    private Token Make(TokenKind kind, int length, string? text)
    {
        Token token = new(kind, text ?? _text.Substring(_position, length), _line, _position - _lineStart + 1, length);
        int lastBreak = _text.AsSpan(_position, length).LastIndexOf('\n');
        if (lastBreak >= 0)
        {
            _line += _text.AsSpan(_position, length).Count('\n');
            _lineStart = _position + lastBreak + 1;
        }

        _position += length;
        return token;
    }

    private static int Digits(ReadOnlySpan<char> text, int start)
    {
        while (start < text.Length && char.IsAsciiDigit(text[start]))
        {
            start++;
        }

        return start;
    }

    private static bool IsWordStart(char character) => char.IsAsciiLetter(character) || character is '_' or '$';
}
