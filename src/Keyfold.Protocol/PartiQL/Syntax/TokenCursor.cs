using System.Diagnostics.CodeAnalysis;

namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>The token a parser stands at, the one behind it, and what is counted over a whole statement.</summary>
internal sealed class TokenCursor
{
    // far above any item's own levels; it bounds the parser's recursion
    private const int NestingMax = 128;

    private Lexer _lexer;
    private Token _next;
    private int _nesting;
    private int _operators;

    public TokenCursor(string text)
    {
        _lexer = new Lexer(text);
        Current = _lexer.Next();
        _next = _lexer.Next();
    }

    /// <summary>The token that is not yet taken.</summary>
    public Token Current { get; private set; }

    /// <summary>The kind of the current token.</summary>
    public TokenKind Kind => Current.Kind;

    /// <summary>The token behind the current one.</summary>
    public Token Following => _next;

    /// <summary>How many parameters have been met.</summary>
    public int Parameters { get; private set; }

    /// <summary>Takes the current token.</summary>
    public Token Take()
    {
        Token taken = Current;
        Current = _next;
        _next = _lexer.Next();
        return taken;
    }

    /// <summary>Takes the current token if it is of a kind.</summary>
    public bool TryTake(TokenKind kind)
    {
        bool isKind = Kind == kind;
        if (isKind)
        {
            Take();
        }

        return isKind;
    }

    /// <summary>Takes the current token if it is a keyword.</summary>
    public bool TryTake(string keyword)
    {
        bool isKeyword = Current.Is(keyword);
        if (isKeyword)
        {
            Take();
        }

        return isKeyword;
    }

    /// <summary>Takes another name of what stands before, if there is one.</summary>
    /// <exception cref="Storage.StorageException">The name is missing behind AS.</exception>
    public bool TryTakeAlias()
    {
        bool isAnnounced = TryTake("AS") || TryTake("AT") || TryTake("BY");
        bool isNamed = TryTake(TokenKind.Identifier) || TryTake(TokenKind.QuotedIdentifier);
        return isNamed || (isAnnounced ? throw StatementErrors.NotWellFormed("Expected identifier for alias") : false);
    }

    /// <summary>Takes the current token, which must be of a kind.</summary>
    /// <exception cref="Storage.StorageException">It is not.</exception>
    public Token Require(TokenKind kind, string expected) => Kind == kind ? Take() : throw StatementErrors.NotWellFormed($"Expected {expected}");

    /// <summary>Takes the current token, which must be a keyword.</summary>
    /// <exception cref="Storage.StorageException">It is not.</exception>
    public Token Require(string keyword) => Current.Is(keyword) ? Take() : throw StatementErrors.NotWellFormed($"Expected {keyword}");

    /// <summary>Counts a parameter, and gives its position from 0.</summary>
    public int CountParameter() => Parameters++;

    /// <summary>Starts to count operators anew, for each expression has a limit of its own.</summary>
    public void BeginExpression() => _operators = 0;

    /// <summary>Counts an operator or function.</summary>
    /// <exception cref="Storage.StorageException">There are too many.</exception>
    public void CountOperator()
    {
        if (++_operators > Limits.ExpressionOperatorsMax)
        {
            throw StatementErrors.TooManyOperators(_operators);
        }
    }

    /// <summary>Goes one level down.</summary>
    /// <exception cref="Storage.StorageException">The statement nests too deeply.</exception>
    public void Enter()
    {
        if (++_nesting > NestingMax)
        {
            throw StatementErrors.NotWellFormed("Expression is nested too deeply");
        }
    }

    /// <summary>Comes back up.</summary>
    public void Leave() => _nesting--;

    /// <summary>Reports the current token as one that no expression starts with.</summary>
    [DoesNotReturn]
    public void ThrowUnexpected() => throw StatementErrors.NotWellFormed(Kind switch
    {
        TokenKind.Keyword => "Unexpected keyword",
        TokenKind.Operator or TokenKind.Star => "Unexpected operator",
        _ => "Unexpected term",
    });
}
