using Keyfold.Items;

namespace Keyfold.Protocol.PartiQL.Syntax;

/// <summary>Parses expressions by the precedence of their operators.</summary>
internal sealed class ExpressionParser
{
    private const int OrPrecedence = 1;
    private const int AndPrecedence = 2;
    private const int NotPrecedence = 3;
    private const int EqualityPrecedence = 4;
    private const int ComparisonPrecedence = 5;
    private const int SumPrecedence = 6;
    private const int ProductPrecedence = 7;

    private readonly TokenCursor _tokens;
    private readonly TermParser _terms;

    public ExpressionParser(TokenCursor tokens)
    {
        _tokens = tokens;
        _terms = new TermParser(tokens, this);
    }

    /// <summary>Parses a path, as a projection, an assignment and REMOVE have it, or whatever else is written in its place.</summary>
    public Node ParsePath() => _terms.Parse();

    /// <summary>Parses an expression.</summary>
    public Node Parse() => Parse(OrPrecedence);

    private Node Parse(int precedence)
    {
        _tokens.Enter();
        Node left = ParsePrefix();
        while (PrecedenceOf() is { } found && found >= precedence)
        {
            left = ParseOperator(left, found);
        }

        _tokens.Leave();
        return left;
    }

    private Node ParsePrefix()
    {
        if (_tokens.Current.Is("NOT"))
        {
            return Operator(_tokens.Take(), "not", Parse(NotPrecedence));
        }

        bool hasSign = _tokens.Current.IsOperator("+") || _tokens.Current.IsOperator("-");
        if (!hasSign)
        {
            return _terms.Parse();
        }

        // the sign of a number is no operator
        Token sign = _tokens.Take();
        _tokens.Enter();
        Node operand = ParsePrefix();
        _tokens.Leave();
        return operand is LiteralNode { Value.Type: AttributeType.Number } literal
            ? literal with { Value = sign.Text == "-" ? Negate(literal.Value.AsNumber().ToString()) : literal.Value }
            : Operator(sign, sign.Text, operand);
    }

    private static Number Negate(string number) => TermParser.ToNumber(number[0] == '-' ? number[1..] : $"-{number}");

    private int? PrecedenceOf()
    {
        Token token = _tokens.Current.Is("NOT") ? _tokens.Following : _tokens.Current;
        return token.Kind switch
        {
            TokenKind.Keyword => token.Text switch
            {
                "IN" => EqualityPrecedence,
                "BETWEEN" or "LIKE" => ComparisonPrecedence,
                _ when _tokens.Current.Is("NOT") => null,
                "OR" => OrPrecedence,
                "AND" => AndPrecedence,
                "IS" => EqualityPrecedence,
                _ => null,
            },
            TokenKind.Star => ProductPrecedence,
            TokenKind.Operator => token.Text switch
            {
                _ when _tokens.Current.Is("NOT") => null,
                "=" or "<>" => EqualityPrecedence,
                "<" or "<=" or ">" or ">=" => ComparisonPrecedence,
                "/" or "%" => ProductPrecedence,
                _ => SumPrecedence,
            },
            _ => null,
        };
    }

    private OperatorNode ParseOperator(Node left, int precedence)
    {
        bool isNegated = _tokens.Current.Is("NOT");
        Token negation = _tokens.Current;
        if (isNegated)
        {
            _tokens.Take();
        }

        Token at = _tokens.Take();
        OperatorNode found = at.Is("BETWEEN") ? ParseBetween(left, at)
            : at.Is("IS") ? ParseIs(left, at)
            : at.Is("IN") && _tokens.Kind == TokenKind.OpenParenthesis ? Operator(at, "in", left, _terms.ParseCandidates())
            : Operator(at, at.Kind == TokenKind.Keyword ? at.Text.ToLowerInvariant() : at.Text, left, Parse(precedence + 1));
        return isNegated ? Operator(negation, "not", found) : found;
    }

    private OperatorNode ParseBetween(Node value, Token at)
    {
        Node lower = Parse(SumPrecedence);
        _tokens.Require("AND");
        return Operator(at, "between", value, lower, Parse(SumPrecedence));
    }

    private OperatorNode ParseIs(Node value, Token at)
    {
        bool isNegated = _tokens.TryTake("NOT");
        OperatorNode test = _tokens.TryTake("MISSING") ? Operator(at, "is missing", value)
            : _tokens.TryTake("NULL") ? Operator(at, "is null", value)
            : throw StatementErrors.NotWellFormed("Expected type name");
        return isNegated ? Operator(at, "not", test) : test;
    }

    private OperatorNode Operator(Token at, string name, params ReadOnlySpan<Node> operands)
    {
        _tokens.CountOperator();
        return new OperatorNode(at, name, Sequence.Create(operands));
    }
}
