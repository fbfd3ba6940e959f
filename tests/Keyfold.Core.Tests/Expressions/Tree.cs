using System.Globalization;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Core.Tests.Expressions;

/// <summary>Short words for the trees that tests are made of.</summary>
internal static class Tree
{
    public const string Condition = "ConditionExpression";

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

    /// <summary>A path of a number of steps.</summary>
    public static DocumentPath PathOf(int steps) => Path(string.Join('.', Enumerable.Repeat("a", steps)));

    public static Operand At(string path) => new PathOperand(Path(path));

    public static Operand Value(AttributeValue value) => new ValueOperand(value);

    public static UpdateOperand Literal(AttributeValue value) => new UpdateValue(value);

    public static UpdateOperand From(string path) => new UpdatePath(Path(path));

    public static UpdateAction Set(string path, UpdateOperand value) => new SetAction(Path(path), value);

    public static Condition Equal(string path, AttributeValue value) => new Comparison(At(path), ComparisonOperator.Equal, Value(value));

    public static UpdateExpression Update(params UpdateAction[] actions) => new(Sequence.From(actions));

    /// <summary>So many lists in each other.</summary>
    public static AttributeValue Nested(int levels)
    {
        AttributeValue value = AttributeValue.List();
        for (int level = 1; level < levels; level++)
        {
            value = AttributeValue.List(value);
        }

        return value;
    }

    public static void AssertRefused(string message, Action check)
    {
        StorageException error = Assert.Throws<StorageException>(check);
        Assert.Equal((StorageErrorCode.ValidationException, message), (error.Code, error.Message));
    }
}
