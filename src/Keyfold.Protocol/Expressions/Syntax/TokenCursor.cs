using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Keyfold.Protocol.Expressions.Syntax;

/// <summary>The token a parser stands at, with its neighbours for the message of a syntax error.</summary>
internal ref struct TokenCursor
{
    private readonly ReadOnlySpan<byte> _text;
    private readonly string _parameter;
    private Lexer _lexer;
    private Token _previous;
    private Token _next;
    private bool _hasRedundantParentheses;

    public TokenCursor(ReadOnlySpan<byte> text, string parameter)
    {
        _text = text;
        _parameter = parameter;
        _lexer = new Lexer(text);
        Current = _lexer.Next();
        _next = _lexer.Next();
    }

    /// <summary>The token that is not yet taken.</summary>
    public Token Current { get; private set; }

    /// <summary>The kind of the current token.</summary>
    public readonly TokenKind Kind => Current.Kind;

    /// <summary>The kind of the token behind the current one.</summary>
    public readonly TokenKind NextKind => _next.Kind;

    /// <summary>Takes the current token.</summary>
    public Token Take()
    {
        _previous = Current;
        Current = _next;
        _next = _lexer.Next();
        return _previous;
    }

    /// <summary>Takes the current token if it is of a kind.</summary>
    public bool TryTake(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            return false;
        }

        Take();
        return true;
    }

    /// <summary>Takes the current token, which must be of a kind.</summary>
    /// <exception cref="Storage.StorageException">It is not.</exception>
    public Token Require(TokenKind kind)
    {
        if (Current.Kind != kind)
        {
            ThrowSyntax();
        }

        return Take();
    }

    /// <summary>Reports the current token as the first one that no expression could go on with.</summary>
    [DoesNotReturn]
    public readonly void ThrowSyntax()
    {
        ReadOnlySpan<byte> token = Current.Kind == TokenKind.End ? "<EOF>"u8 : _text[Current.Start..Current.End];
        ReadOnlySpan<byte> near = _text[_previous.Start..(Current.Kind == TokenKind.End ? _text.Length : _next.End)];
        throw ExpressionErrors.Syntax(_parameter, Encoding.UTF8.GetString(token), Encoding.UTF8.GetString(near));
    }

    /// <summary>
    /// Whether redundant parentheses are kept back for now. Where an operand may turn out to be a whole condition, or a sum's first half, DynamoDB looks ahead
    /// to the token behind it, and meets a syntax error there first.
    /// </summary>
    public bool IsLookingAhead { get; set; }

    /// <summary>Reports parentheses directly within parentheses, at once or when the look ahead ends.</summary>
    public void FindRedundantParentheses()
    {
        _hasRedundantParentheses = true;
        if (!IsLookingAhead)
        {
            EndLookAhead();
        }
    }

    /// <summary>Ends looking ahead, and reports redundant parentheses if there were any.</summary>
    public void EndLookAhead()
    {
        IsLookingAhead = false;
        if (_hasRedundantParentheses)
        {
            throw ExpressionErrors.RedundantParentheses(_parameter);
        }
    }
}
