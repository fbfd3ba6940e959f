using FsCheck;
using FsCheck.Fluent;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Specification;

namespace Keyfold.Differential.Generation;

/// <summary>Conditions, projections and updates: most are in order, some are not.</summary>
internal sealed class ExpressionGenerators(TableSchema schema)
{
    private static Gen<AttributeType> Types { get; } = Gen.Elements(Enum.GetValues<AttributeType>());

    /// <summary>A path, rarely one at or into a key.</summary>
    public Gen<DocumentPath> Path =>
        from attribute in Gen.Frequency((60, Gen.Elements(Names.Attributes)), (1, Gen.Elements("PK", "SK")))
        from steps in schema.Indexes.Any(index => index.Key.Contains(attribute))
            ? Gen.Frequency((60, Gen.Constant(0)), (1, Gen.Constant(1)))
            : Gen.Frequency((6, Gen.Constant(0)), (3, Gen.Constant(1)), (1, Gen.Constant(2)))
        from nested in Step.ArrayOf(steps)
        select new DocumentPath([PathElement.Member(attribute), .. nested]);

    /// <summary>None in half of the cases.</summary>
    public Gen<Condition?> MaybeCondition => Gen.Frequency((1, Gen.Constant<Condition?>(null)), (1, Condition.Select(condition => (Condition?)condition)));

    public Gen<Condition> Condition => Gen.Frequency(
        (6, Leaf),
        (1, from left in Leaf from right in Leaf select left & right),
        (1, from left in Leaf from right in Leaf select left | right),
        (1, from operand in Leaf select !operand));

    public Gen<ProjectionExpression?> MaybeProjection => Gen.Frequency(
        (2, Gen.Constant<ProjectionExpression?>(null)),
        (1, from count in Gen.Choose(1, 3) from paths in Path.ArrayOf(count) from meet in Meet select new ProjectionExpression([.. Apart(paths, path => path, meet)])));

    /// <summary>Up to three changes; when two of them are wrong in different ways, either may be reported, so that most have one.</summary>
    public Gen<UpdateExpression> Update =>
        from count in Gen.Frequency((4, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
        from actions in Action.ArrayOf(count)
        from meet in Meet
        select new UpdateExpression([.. Apart(actions, action => action.Path, meet).OrderBy(Section)]);

    // the order of the sections that the printer writes, since errors name the paths in the order of the text
    private static int Section(UpdateAction action) => action switch { SetAction => 0, RemoveAction => 1, AddAction => 2, _ => 3 };

    private static Gen<bool> Meet { get; } = Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)));

    // paths of different attributes; or two that may be of one: which pair of three is reported when all of them meet is anyone's choice
    private static IEnumerable<T> Apart<T>(T[] parts, Func<T, DocumentPath> pathOf, bool meet) =>
        meet ? parts.Take(2) : parts.DistinctBy(part => pathOf(part).AttributeName);

    private static Gen<PathElement> Step => Gen.Frequency(
        (2, Gen.Elements(Names.Members).Select(PathElement.Member)),
        (1, Gen.Choose(0, 3).Select(PathElement.Element)));

    private Gen<Operand> Operand => Gen.Frequency<Operand>(
        (4, from path in Path select (Operand)new PathOperand(path)),
        (3, from type in Gen.Elements(AttributeType.String, AttributeType.Number, AttributeType.Binary) from value in Values.Key(type) select (Operand)new ValueOperand(value)),
        (1, from value in Values.Any select (Operand)new ValueOperand(value)),
        (1, from path in Path select (Operand)new SizeOperand(new PathOperand(path))));

    private Gen<Condition> Leaf => Gen.Frequency<Condition>(
        (4, from path in Path select (Condition)new AttributeExists(path)),
        (4, from path in Path select (Condition)new AttributeNotExists(path)),
        (6, from left in Operand from comparison in Gen.Elements(Enum.GetValues<ComparisonOperator>()) from right in Operand select (Condition)new Comparison(left, comparison, right)),
        (2, from value in Operand from lower in Operand from upper in Operand select (Condition)new Between(value, lower, upper)),
        (2, from value in Operand from count in Gen.Choose(1, 3) from candidates in Operand.ArrayOf(count) select (Condition)new In(value, [.. candidates])),
        (2, from value in Operand from type in Types select (Condition)new AttributeTypeIs(value, type)),
        (2, from value in Operand from prefix in Operand select (Condition)new BeginsWith(value, prefix)),
        (2, from container in Operand from value in Operand select (Condition)new Contains(container, value)));

    private Gen<UpdateAction> Action => Gen.Frequency<UpdateAction>(
        (4, from path in Path from value in NewValue(path) select (UpdateAction)new SetAction(path, value)),
        (2, from path in Path select (UpdateAction)new RemoveAction(path)),
        (2, from path in Path from value in Gen.Frequency((6, Values.Number), (4, Values.Set), (1, Values.Any)) select (UpdateAction)new AddAction(path, value)),
        (2, from path in Path from value in Gen.Frequency((9, Values.Set), (1, Values.Any)) select (UpdateAction)new DeleteAction(path, value)));

    private static Gen<UpdateOperand> Literal => Values.Any.Select(value => (UpdateOperand)new UpdateValue(value));

    private Gen<UpdateOperand> Old => Path.Select(path => (UpdateOperand)new UpdatePath(path));

    private Gen<UpdateOperand> OldOrElse(Gen<AttributeValue> otherwise) =>
        from path in Path from value in otherwise select (UpdateOperand)new IfNotExists(path, new UpdateValue(value));

    private Gen<UpdateOperand> Amount =>
        Gen.Frequency((3, Values.Number.Select(value => (UpdateOperand)new UpdateValue(value))), (1, Old), (2, OldOrElse(Values.Number)));

    private Gen<UpdateOperand> Numbers => Gen.Constant<UpdateOperand>(new UpdateValue(Syntax.Numbers(1, 2)));

    // index keys get values of their type mostly, so that the item stays in the index
    private Gen<UpdateOperand> NewValue(DocumentPath path)
    {
        KeyAttribute? key = schema.Indexes.SelectMany(index => index.Key.Partition.Concat(index.Key.Sort))
            .FirstOrDefault(attribute => attribute.Name == path.AttributeName);
        Gen<UpdateOperand> fitting = key is null ? Literal : Values.KeyOrTrouble(key.Type).Select(value => (UpdateOperand)new UpdateValue(value));
        return Gen.Frequency(
            (8, fitting),
            (1, Literal),
            (1, Old),
            (1, OldOrElse(Values.Any)),
            (2, from left in Amount from right in Amount from subtract in Gen.Elements(true, false) select subtract ? (UpdateOperand)new Minus(left, right) : new Plus(left, right)),
            (1, from first in Gen.OneOf(Old, OldOrElse(Gen.Constant(Syntax.Numbers()))) from second in Numbers select (UpdateOperand)new ListAppend(first, second)));
    }
}
