using System.Globalization;

namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>What a piece of a statement's text is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Behind the last character.</summary>
    End,

    /// <summary>What no statement may contain there, such as a string without its end.</summary>
    Invalid,

    Identifier,
    QuotedIdentifier,
    Keyword,
    String,
    Number,
    Ion,
    Parameter,

    /// <summary>A comparator or an arithmetic operator; <c>*</c> has a kind of its own.</summary>
    Operator,

    Star,
    Dot,
    Comma,
    Colon,
    Semicolon,
    At,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,
    OpenBrace,
    CloseBrace,
    OpenBag,
    CloseBag,
}

/// <summary>A piece of a statement's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A keyword in upper case, a string or quoted identifier without its quotes, anything else as it is written.</param>
/// <param name="Line">Its line, counted from 1.</param>
/// <param name="Column">Its first character in the line, counted from 1.</param>
/// <param name="Length">Its characters.</param>
internal readonly record struct Token(TokenKind Kind, string Text, int Line, int Column, int Length)
{
    /// <summary>Whether it is a keyword.</summary>
    public bool Is(string keyword) => Kind == TokenKind.Keyword && Text == keyword;

    /// <summary>Whether it is the operator.</summary>
    public bool IsOperator(string symbol) => Kind is TokenKind.Operator or TokenKind.Star && Text == symbol;

    /// <summary>Where it is, as DynamoDB's messages end.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $" at {Line}:{Column}:{Length}");
}
