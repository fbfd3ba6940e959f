using System.Globalization;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold;

/// <summary>Expressions for people: with their values in place, as <c>Total > 100 AND Status = "Open"</c>. Not what is sent.</summary>
internal static class ExpressionText
{
    public static string Of(KeyTerm term) => term.Operator switch
    {
        KeyOperator.Between => $"{term.AttributeName} BETWEEN {Of(term.Value)} AND {Of(term.Upper)}",
        KeyOperator.BeginsWith => $"begins_with({term.AttributeName}, {Of(term.Value)})",
        _ => $"{term.AttributeName} {Symbol(term.Operator)} {Of(term.Value)}",
    };

    public static string Of(Condition condition) => condition switch
    {
        Comparison c => $"{Of(c.Left)} {Symbol(c.Operator)} {Of(c.Right)}",
        Between b => $"{Of(b.Value)} BETWEEN {Of(b.Lower)} AND {Of(b.Upper)}",
        In i => $"{Of(i.Value)} IN ({string.Join(", ", i.Candidates.Select(Of))})",
        AttributeExists e => $"attribute_exists({e.Path})",
        AttributeNotExists n => $"attribute_not_exists({n.Path})",
        AttributeTypeIs t => $"attribute_type({Of(t.Value)}, {t.Type.Tag()})",
        BeginsWith p => $"begins_with({Of(p.Value)}, {Of(p.Prefix)})",
        Contains c => $"contains({Of(c.Container)}, {Of(c.Value)})",
        And a => $"{Within(a.Left, a)} AND {Within(a.Right, a)}",
        Or o => $"{Within(o.Left, o)} OR {Within(o.Right, o)}",
        Not n => $"NOT {Within(n.Operand, n)}",
        _ => condition.ToString(),
    };

    public static string Of(UpdateAction action) => action switch
    {
        SetAction s => $"SET {s.Path} = {Of(s.Value)}",
        RemoveAction r => $"REMOVE {r.Path}",
        AddAction a => $"ADD {a.Path} {Of(a.Value)}",
        DeleteAction d => $"DELETE {d.Path} {Of(d.Value)}",
        _ => action.ToString(),
    };

    public static string Of(AttributeValue value) => value.Type switch
    {
        AttributeType.String => $"\"{value.AsString().Replace(Templates.KeyPart.Highest, "\\u{10FFFF}", StringComparison.Ordinal)}\"",
        AttributeType.Number => value.AsNumber().ToString(),
        AttributeType.Boolean => value.AsBoolean() ? "true" : "false",
        AttributeType.Null => "null",
        _ => value.ToString(),
    };

    private static string Of(Operand operand) => operand switch
    {
        PathOperand p => p.Path.ToString(),
        ValueOperand v => Of(v.Value),
        SizeOperand s => $"size({Of(s.Of)})",
        _ => operand.ToString(),
    };

    private static string Of(UpdateOperand operand) => operand switch
    {
        UpdateValue v => Of(v.Value),
        UpdatePath p => p.Path.ToString(),
        IfNotExists i => $"if_not_exists({i.Path}, {Of(i.Fallback)})",
        ListAppend l => $"list_append({Of(l.First)}, {Of(l.Second)})",
        Plus p => $"{Of(p.Left)} + {Of(p.Right)}",
        Minus m => $"{Of(m.Left)} - {Of(m.Right)}",
        _ => operand.ToString(),
    };

    // AND, OR and NOT bind differently: whatever is not alike stands in parentheses
    private static string Within(Condition inner, Condition outer) =>
        inner is And or Or && inner.GetType() != outer.GetType() ? $"({Of(inner)})" : Of(inner);

    private static string Symbol(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "<>",
        ComparisonOperator.LessThan => "<",
        ComparisonOperator.LessThanOrEqual => "<=",
        ComparisonOperator.GreaterThan => ">",
        _ => ">=",
    };

    private static string Symbol(KeyOperator comparison) => comparison switch
    {
        KeyOperator.Equal => "=",
        KeyOperator.LessThan => "<",
        KeyOperator.LessThanOrEqual => "<=",
        KeyOperator.GreaterThan => ">",
        KeyOperator.GreaterThanOrEqual => ">=",
        _ => comparison.ToString().ToUpper(CultureInfo.InvariantCulture),
    };
}
