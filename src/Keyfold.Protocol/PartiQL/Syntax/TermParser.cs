using Keyfold.Items;
using Keyfold.Protocol.Requests;

namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Parses what operators stand between: literals, paths, functions, collections and parentheses.</summary>
internal sealed class TermParser(TokenCursor tokens, ExpressionParser expressions)
{
    // keywords that are functions all the same
    private static readonly string[] Functions =
        ["SIZE", "UPPER", "LOWER", "COALESCE", "NULLIF", "CHAR_LENGTH", "CHARACTER_LENGTH", "OCTET_LENGTH", "BIT_LENGTH", "TRIM", "EXISTS"];

    private static readonly string[] Refused = ["SELECT", "CASE", "CAST", "COUNT", "SUM", "MIN", "MAX", "AVG"];

    private readonly PathParser _steps = new(tokens, expressions);

    /// <summary>Parses one term with the steps of a path behind it.</summary>
    public Node Parse()
    {
        tokens.Enter();
        Node term = ParseTerm();
        while (tokens.Kind is TokenKind.Dot or TokenKind.OpenBracket)
        {
            term = _steps.Parse(term);
        }

        tokens.Leave();
        return term;
    }

    /// <summary>Parses the parentheses behind IN, which hold a list even if it is of one.</summary>
    public ListNode ParseCandidates()
    {
        Token open = tokens.Take();
        Sequence<Node> candidates = ParseList(TokenKind.CloseParenthesis);
        return candidates.Count == 0 ? throw StatementErrors.NotWellFormed("Unexpected term") : new ListNode(open, candidates);
    }

    /// <summary>The number that a text says.</summary>
    /// <exception cref="Storage.StorageException">DynamoDB has no such number.</exception>
    public static Number ToNumber(string text)
    {
        NumberError error = Number.TryParse(text.AsSpan().TrimEnd('.'), out Number number);
        return AttributeValueErrors.Of(error, text) is { } exception
            ? throw (error == NumberError.TooManyDigits ? StatementErrors.NumberTooPrecise() : exception)
            : number;
    }

    private Node ParseTerm()
    {
        Token token = tokens.Current;
        switch (token.Kind)
        {
            case TokenKind.String:
                return new LiteralNode(tokens.Take(), token.Text);
            case TokenKind.Number:
                return new LiteralNode(tokens.Take(), ToNumber(token.Text));
            case TokenKind.Parameter:
                return new ParameterNode(tokens.Take(), tokens.CountParameter());
            case TokenKind.Ion:
                return new IonNode(tokens.Take());
            case TokenKind.At:
                tokens.Take();
                return _steps.ParseAttribute();
            case TokenKind.Identifier or TokenKind.QuotedIdentifier:
                tokens.Take();
                return tokens.Kind == TokenKind.OpenParenthesis ? ParseCall(token) : PathParser.Attribute(token);
            case TokenKind.OpenParenthesis:
                return ParseParentheses();
            case TokenKind.OpenBracket:
                tokens.Take();
                return new ListNode(token, ParseList(TokenKind.CloseBracket));
            case TokenKind.OpenBag:
                tokens.Take();
                return new BagNode(token, ParseList(TokenKind.CloseBag));
            case TokenKind.OpenBrace:
                return ParseStruct();
            default:
                return ParseKeyword(token);
        }
    }

    private Node ParseKeyword(Token token)
    {
        if (!token.Is(token.Text))
        {
            tokens.ThrowUnexpected();
        }

        if (token.Text is "TRUE" or "FALSE" or "NULL" or "MISSING")
        {
            tokens.Take();
            return token.Text == "MISSING" ? new MissingNode(token)
                : new LiteralNode(token, token.Text == "NULL" ? AttributeValue.Null : token.Text == "TRUE");
        }

        if (Array.IndexOf(Functions, token.Text) >= 0 && tokens.Following.Kind == TokenKind.OpenParenthesis)
        {
            tokens.Take();
            return ParseCall(token);
        }

        if (Array.IndexOf(Refused, token.Text) >= 0)
        {
            throw StatementErrors.UnsupportedToken(token.Text + token.Place);
        }

        tokens.ThrowUnexpected();
        return null;
    }

    private CallNode ParseCall(Token name)
    {
        tokens.CountOperator();
        tokens.Require(TokenKind.OpenParenthesis, "'('");
        return new CallNode(name, name.Text.ToLowerInvariant(), ParseList(TokenKind.CloseParenthesis));
    }

    // one expression is grouped, several are a list
    private Node ParseParentheses()
    {
        Token open = tokens.Take();
        Sequence<Node> elements = ParseList(TokenKind.CloseParenthesis);
        return elements.Count switch
        {
            0 => throw StatementErrors.NotWellFormed("Unexpected term"),
            1 => elements[0],
            _ => new ListNode(open, elements),
        };
    }

    private Sequence<Node> ParseList(TokenKind close)
    {
        List<Node> elements = [];
        if (tokens.TryTake(close))
        {
            return [];
        }

        do
        {
            elements.Add(expressions.Parse());
        }
        while (tokens.TryTake(TokenKind.Comma));
        tokens.Require(close, "a comma or the end of the list");
        return Sequence.From(elements);
    }

    private StructNode ParseStruct()
    {
        Token open = tokens.Take();
        List<(Node Name, Node Value)> fields = [];
        if (!tokens.TryTake(TokenKind.CloseBrace))
        {
            do
            {
                Node name = expressions.Parse();
                tokens.Require(TokenKind.Colon, "':'");
                fields.Add((name, expressions.Parse()));
            }
            while (tokens.TryTake(TokenKind.Comma));
            tokens.Require(TokenKind.CloseBrace, "a comma or the end of the tuple");
        }

        return new StructNode(open, Sequence.From(fields));
    }
}
