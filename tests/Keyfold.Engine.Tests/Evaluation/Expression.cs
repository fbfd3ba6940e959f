using System.Globalization;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>Short words for the trees that tests are made of.</summary>
internal static class Expression
{
    /// <summary>A path in DynamoDB's notation: <c>m.l[0].x</c>.</summary>
    public static DocumentPath Path(string text)
    {
        List<PathElement> elements = [];
        foreach (string part in text.Replace("[", ".[", StringComparison.Ordinal).Split('.'))
        {
            elements.Add(part[0] == '['
                ? PathElement.Element(int.Parse(part[1..^1], CultureInfo.InvariantCulture))
                : PathElement.Member(part));
        }

        return new DocumentPath(Sequence.From(elements));
    }

    public static Operand At(string path) => new PathOperand(Path(path));

    public static Operand Value(AttributeValue value) => new ValueOperand(value);

    public static Operand Size(Operand of) => new SizeOperand(of);

    public static Condition Compare(Operand left, string symbol, Operand right) => new Comparison(left, Comparator(symbol), right);

    public static UpdateExpression Update(params UpdateAction[] actions) => new(Sequence.From(actions));

    public static UpdateOperand Literal(AttributeValue value) => new UpdateValue(value);

    public static UpdateOperand From(string path) => new UpdatePath(Path(path));

    public static UpdateAction Set(string path, UpdateOperand value) => new SetAction(Path(path), value);

    public static UpdateAction Set(string path, AttributeValue value) => Set(path, Literal(value));

    public static UpdateAction Remove(string path) => new RemoveAction(Path(path));

    public static UpdateAction Add(string path, AttributeValue value) => new AddAction(Path(path), value);

    public static UpdateAction Delete(string path, AttributeValue value) => new DeleteAction(Path(path), value);

    public static AttributeValue Bytes(params byte[] bytes) => AttributeValue.Binary(bytes);

    public static AttributeValue ByteSet(params byte[][] members) => AttributeValue.BinarySet([.. members.Select(member => (ReadOnlyMemory<byte>)member)]);

    public static AttributeValue Decimal(string text)
    {
        Assert.Equal(NumberError.None, Number.TryParse(text, out Number number));
        return number;
    }

    public static byte[] Encode(Item item) => ItemCodec.Encode(item, ItemEncoding.Binary);

    public static Item Decode(ReadOnlySpan<byte> item) => ItemCodec.Decode(item, ItemEncoding.Binary);

    private static ComparisonOperator Comparator(string symbol) => symbol switch
    {
        "=" => ComparisonOperator.Equal,
        "<>" => ComparisonOperator.NotEqual,
        "<" => ComparisonOperator.LessThan,
        "<=" => ComparisonOperator.LessThanOrEqual,
        ">" => ComparisonOperator.GreaterThan,
        ">=" => ComparisonOperator.GreaterThanOrEqual,
        _ => throw new ArgumentOutOfRangeException(nameof(symbol)),
    };
}
