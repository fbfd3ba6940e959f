using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Protocol.Tests.Expressions;

/// <summary>Trees that keep DynamoDB's rules: literals of fit types, distinct operands, disjoint paths.</summary>
internal sealed class RandomTrees(Random random)
{
    private static readonly string[] Names = ["a", "b", "size", "name", "a.b", "with blank", "é😀", "#x", ":v", "[0]", "AND", "longer_name_9"];

    public Condition Condition(int depth) => random.Next(depth > 0 ? 14 : 9) switch
    {
        0 => new AttributeExists(Path()),
        1 => new AttributeNotExists(Path()),
        2 => new AttributeTypeIs(Operand(Text()), Pick(Enum.GetValues<AttributeType>())),
        3 => new BeginsWith(new PathOperand(Path(0)), random.Next(2) == 0 ? Literal(Text()) : new PathOperand(Path(1))),
        4 => new Contains(Operand(Any(), 0), Operand(Any(), 1)),
        5 => new Between(Operand(Ordered(), 0), Literal(1), Literal(random.Next(1, 9))),
        6 => new In(Operand(Any(), 0), Candidates()),
        7 => new Comparison(Operand(Any(), 0), random.Next(2) == 0 ? ComparisonOperator.Equal : ComparisonOperator.NotEqual, Operand(Any(), 1)),
        8 => new Comparison(Operand(Ordered(), 0), Pick(Enum.GetValues<ComparisonOperator>()), Operand(Ordered(), 1)),
        9 or 10 => new And(Condition(depth - 1), Condition(depth - 1)),
        11 or 12 => new Or(Condition(depth - 1), Condition(depth - 1)),
        _ => new Not(Condition(depth - 1)),
    };

    public KeyCondition KeyCondition()
    {
        KeyCondition condition = Keyfold.Expressions.KeyCondition.Partition(Pick(Names), Ordered());
        string sort = condition.Terms[0].AttributeName + "2";
        return random.Next(4) switch
        {
            0 => condition,
            1 => condition.And(new KeyTerm(sort, KeyOperator.Between, 1, 5)),
            2 => condition.And(new KeyTerm(sort, KeyOperator.BeginsWith, Text())),
            _ => condition.And(new KeyTerm(sort, (KeyOperator)random.Next(5), Ordered())),
        };
    }

    public ProjectionExpression Projection() => new(Sequence.From(Enumerable.Range(0, random.Next(1, 6)).Select(Path)));

    /// <summary>The actions come section by section, as text has them.</summary>
    public UpdateExpression Update()
    {
        List<UpdateAction> actions = [];
        for (int i = 0; i < random.Next(1, 6); i++)
        {
            DocumentPath path = Path(i);
            actions.Add(random.Next(6) switch
            {
                0 => new RemoveAction(path),
                1 => new AddAction(path, random.Next(2) == 0 ? 1 : AttributeValue.StringSet("a", "b")),
                2 => new DeleteAction(path, AttributeValue.NumberSet(1, 2)),
                _ => new SetAction(path, Assigned()),
            });
        }

        return new UpdateExpression(Sequence.From(actions.OrderBy(action => action switch
        {
            SetAction => 0,
            RemoveAction => 1,
            AddAction => 2,
            _ => 3,
        })));
    }

    private UpdateOperand Assigned() => random.Next(6) switch
    {
        0 => new Plus(Addend(), Addend()),
        1 => new Minus(Addend(), Addend()),
        2 => new ListAppend(Appended(), Appended()),
        3 => Fallback(3),
        4 => new UpdatePath(Path()),
        _ => new UpdateValue(Any()),
    };

    private UpdateOperand Addend() => random.Next(3) switch
    {
        0 => new UpdateValue(random.Next(100)),
        1 => new UpdatePath(Path()),
        _ => Fallback(1),
    };

    private UpdateOperand Appended() => random.Next(3) switch
    {
        0 => new UpdateValue(AttributeValue.List(1, "x")),
        1 => new UpdatePath(Path()),
        _ => Fallback(1),
    };

    private IfNotExists Fallback(int depth) =>
        new(Path(), depth > 0 && random.Next(2) == 0 ? Fallback(depth - 1) : new UpdateValue(Any()));

    // paths of different branches are disjoint
    private DocumentPath Path(int branch)
    {
        DocumentPath path = new($"{Pick(Names)}{branch}");
        for (int i = random.Next(4); i > 0; i--)
        {
            path = random.Next(2) == 0 ? path.Member(Pick(Names)) : path.Element(random.Next(3) == 0 ? int.MaxValue : random.Next(12));
        }

        return path;
    }

    private DocumentPath Path() => Path(random.Next(9));

    private Operand Operand(AttributeValue value, int branch = 0) => random.Next(4) switch
    {
        0 => Literal(value),
        1 => new SizeOperand(random.Next(2) == 0 ? Literal(Text()) : new PathOperand(Path())),
        _ => new PathOperand(Path(branch)),
    };

    private Sequence<Operand> Candidates() =>
        Sequence.From(Enumerable.Range(0, random.Next(1, 5)).Select(i => Operand(Any(), i + 1)));

    private static ValueOperand Literal(AttributeValue value) => new(value);

    private AttributeValue Text() => Pick(Names);

    private AttributeValue Ordered() => random.Next(3) switch
    {
        0 => random.Next(),
        1 => AttributeValue.Binary(new byte[] { 1, 2 }),
        _ => Text(),
    };

    private AttributeValue Any() => random.Next(5) switch
    {
        0 => AttributeValue.Null,
        1 => AttributeValue.List(Text(), 1),
        2 => random.Next(2) == 0,
        _ => Ordered(),
    };

    private T Pick<T>(T[] values) => values[random.Next(values.Length)];
}
