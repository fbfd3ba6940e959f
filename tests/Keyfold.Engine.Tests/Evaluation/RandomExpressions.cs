using FsCheck;
using FsCheck.Fluent;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>
/// Random items and expressions on them. Names and values are few, so that paths lead somewhere and comparisons hold as often as not.
/// </summary>
internal static class RandomExpressions
{
    private static readonly string[] Names = ["a", "b", "bb", "c", "\u00e9"];

    private static readonly AttributeValue[] Scalars =
    [
        "", "a", "ab", "b", "\uFF5E", "\U0001F600", 0, 1, 2, -1, 300, Expression.Decimal("1.5"), Expression.Decimal("-0.01"), Expression.Decimal("1e20"),
        Expression.Bytes(), Expression.Bytes(1), Expression.Bytes(1, 2), true, false, AttributeValue.Null,
    ];

    private static readonly AttributeValue[] Sets =
    [
        AttributeValue.StringSet("a"), AttributeValue.StringSet("a", "b"), AttributeValue.StringSet("", "ab", "\uFF5E"), AttributeValue.NumberSet(1),
        AttributeValue.NumberSet(1, 2, 300), AttributeValue.NumberSet(-1, 2), Expression.ByteSet([1]), Expression.ByteSet([], [1, 2]),
    ];

    public static Gen<Item> Items() => Map(3);

    public static Gen<AttributeValue> Values(int depth = 2)
    {
        Gen<AttributeValue> leaf = Gen.Frequency((4, Gen.Elements(Scalars)), (1, Gen.Elements(Sets)));
        return depth == 0
            ? leaf
            : Gen.Frequency((3, leaf), (1, Map(depth - 1).Select(AttributeValue.Map)), (1, List(depth - 1)));
    }

    public static Gen<DocumentPath> Paths() =>
        from name in Gen.Elements(Names)
        from length in Gen.Choose(0, 2)
        from steps in Gen.ArrayOf(Steps(), length)
        select new DocumentPath([PathElement.Member(name), .. steps]);

    public static Gen<Condition> Conditions(int depth = 3)
    {
        Gen<Condition> leaf = Gen.OneOf(Comparisons(), Betweens(), Memberships(), PathFunctions(), ValueFunctions());
        return depth == 0
            ? leaf
            : Gen.Frequency((3, leaf), (3, Combinations(Conditions(depth - 1))));
    }

    /// <summary>Paths of which none is within another, and none takes by name what another takes by index.</summary>
    public static Gen<DocumentPath[]> DisjointPaths(int countMax) =>
        from count in Gen.Choose(1, countMax)
        from paths in Gen.ArrayOf(Paths(), count)
        select KeepDisjoint(paths);

    /// <summary>An update of up to five paths.</summary>
    public static Gen<UpdateExpression> Updates() =>
        from paths in DisjointPaths(5)
        from values in Gen.ArrayOf(UpdateOperands(), paths.Length)
        from numbers in Gen.ArrayOf(Gen.Elements(Scalars.Where(scalar => scalar.Type == AttributeType.Number)), paths.Length)
        from sets in Gen.ArrayOf(Gen.Elements(Sets), paths.Length)
        from kinds in Gen.ArrayOf(Gen.Choose(0, 6), paths.Length)
        select new UpdateExpression(Sequence.From(paths.Select((path, index) => kinds[index] switch
        {
            0 => new RemoveAction(path),
            1 => new AddAction(path, numbers[index]),
            2 => new AddAction(path, sets[index]),
            3 => new DeleteAction(path, sets[index]),
            _ => (UpdateAction)new SetAction(path, values[index]),
        })));

    private static Gen<UpdateOperand> UpdateOperands()
    {
        Gen<UpdateOperand> plain = Gen.Frequency(
            (3, Values().Select(value => (UpdateOperand)new UpdateValue(value))),
            (1, Paths().Select(path => (UpdateOperand)new UpdatePath(path))));
        Gen<UpdateOperand> argument = Gen.Frequency(
            (2, plain),
            (1, from path in Paths() from fallback in plain select (UpdateOperand)new IfNotExists(path, fallback)));
        return Gen.Frequency((3, argument), (1, Computed(argument)));
    }

    private static Gen<UpdateOperand> Computed(Gen<UpdateOperand> arguments) =>
        from left in arguments
        from right in arguments
        from computation in Gen.Choose(0, 2)
        select computation switch
        {
            0 => (UpdateOperand)new Plus(left, right),
            1 => new Minus(left, right),
            _ => new ListAppend(left, right),
        };

    private static Gen<Condition> Comparisons() =>
        from left in Operands()
        from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>())
        from right in Operands()
        select (Condition)new Comparison(left, comparison, right);

    private static Gen<Condition> Betweens() =>
        from value in Operands()
        from lower in Operands()
        from upper in Operands()
        select (Condition)new Between(value, lower, upper);

    private static Gen<Condition> Memberships() =>
        from value in Operands()
        from count in Gen.Choose(1, 4)
        from candidates in Gen.ArrayOf(Operands(), count)
        select (Condition)new In(value, Sequence.From(candidates));

    private static Gen<Condition> PathFunctions() =>
        from path in Paths()
        from exists in Gen.Elements(true, false)
        select exists ? (Condition)new AttributeExists(path) : new AttributeNotExists(path);

    private static Gen<Condition> ValueFunctions() =>
        from first in Operands()
        from second in Operands()
        from type in Gen.Elements(Enum.GetValues<AttributeType>())
        from function in Gen.Choose(0, 2)
        select function switch
        {
            0 => (Condition)new AttributeTypeIs(first, type),
            1 => new BeginsWith(first, second),
            _ => new Contains(first, second),
        };

    private static Gen<Condition> Combinations(Gen<Condition> conditions) =>
        from left in conditions
        from right in conditions
        from combination in Gen.Choose(0, 2)
        select combination switch
        {
            0 => left & right,
            1 => left | right,
            _ => !left,
        };

    private static Gen<Operand> Operands()
    {
        Gen<Operand> plain = Gen.OneOf(
            from path in Paths() select (Operand)new PathOperand(path),
            from value in Values(1) select (Operand)new ValueOperand(value));
        return Gen.Frequency((6, plain), (1, from of in plain select (Operand)new SizeOperand(of)));
    }

    private static Gen<PathElement> Steps() => Gen.OneOf(
        Gen.Elements(Names).Select(PathElement.Member),
        Gen.Choose(0, 4).Select(PathElement.Element));

    private static Gen<Item> Map(int depth) =>
        from names in Gen.SubListOf(Names)
        from values in Gen.ArrayOf(Values(depth), names.Count)
        select Item.Create([.. names.Zip(values)]);

    private static Gen<AttributeValue> List(int depth) =>
        from count in Gen.Choose(0, 4)
        from elements in Gen.ArrayOf(Values(depth), count)
        select AttributeValue.List(elements);

    private static DocumentPath[] KeepDisjoint(DocumentPath[] paths)
    {
        List<DocumentPath> kept = [];
        foreach (DocumentPath path in paths)
        {
            if (kept.TrueForAll(other => AreDisjoint(path, other)))
            {
                kept.Add(path);
            }
        }

        return [.. kept];
    }

    private static bool AreDisjoint(DocumentPath left, DocumentPath right)
    {
        foreach ((PathElement leftStep, PathElement rightStep) in left.Elements.Zip(right.Elements))
        {
            if (leftStep != rightStep)
            {
                return leftStep.IsMember == rightStep.IsMember;
            }
        }

        return false;
    }
}
