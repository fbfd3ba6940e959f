namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>What a piece of an expression's text is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Behind the last character.</summary>
    End,

    /// <summary>A character that no expression may contain there.</summary>
    Unknown,

    Identifier,
    NamePlaceholder,
    ValuePlaceholder,
    Digits,

    Equal,
    NotEqual,
    LessThan,
    LessThanOrEqual,
    GreaterThan,
    GreaterThanOrEqual,
    Plus,
    Minus,
    Comma,
    Dot,
    OpenParenthesis,
    CloseParenthesis,
    OpenBracket,
    CloseBracket,

    And,
    Or,
    Not,
    Between,
    In,
    Set,
    Remove,
    Add,
    Delete,
}

/// <summary>A piece of an expression's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Offset of its first byte.</param>
/// <param name="End">Offset behind its last byte.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int End);
