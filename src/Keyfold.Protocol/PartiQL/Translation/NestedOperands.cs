using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Protocol.PartiQL.Translation;

/// <summary>
/// Makes sums and joined lists. DynamoDB's trees have one of them in a SET; a statement may nest them, which is the same thing where all but one operand are
/// constants, as in <c>n + 1 + 2</c>. Others stay nested, and are refused with the tree.
/// </summary>
internal static class NestedOperands
{
    public static UpdateOperand Plus(UpdateOperand left, UpdateOperand right) => TryAdd(Sum.Of(left), Sum.Of(right)) ?? new Plus(left, right);

    public static UpdateOperand Minus(UpdateOperand left, UpdateOperand right) =>
        TryAdd(Sum.Of(left), Sum.Of(right).Negate()) ?? new Minus(left, right);

    public static UpdateOperand Join(UpdateOperand first, UpdateOperand second) => (first, second) switch
    {
        (ListAppend { Second: UpdateValue middle } head, UpdateValue tail) when AreLists(middle, tail) => new ListAppend(head.First, Join(middle, tail)),
        (UpdateValue head, ListAppend { First: UpdateValue middle } tail) when AreLists(head, middle) => new ListAppend(Join(head, middle), tail.Second),
        _ => new ListAppend(first, second),
    };

    private static bool AreLists(UpdateValue first, UpdateValue second) => first.Value.Type == AttributeType.List && second.Value.Type == AttributeType.List;

    private static UpdateValue Join(UpdateValue first, UpdateValue second) => new(AttributeValue.List([.. first.Value.AsList(), .. second.Value.AsList()]));

    private static UpdateOperand? TryAdd(Sum left, Sum right) =>
        (left.Term is null || right.Term is null) && Number.TryAdd(left.Constant, right.Constant, out Number constant) == NumberError.None
            ? new Sum(left.Term ?? right.Term, left.IsNegative || right.IsNegative, constant).ToOperand()
            : null;

    /// <summary>A constant, and what is added to it or taken from it, if anything.</summary>
    private readonly record struct Sum(UpdateOperand? Term, bool IsNegative, Number Constant)
    {
        public static Sum Of(UpdateOperand operand) => operand switch
        {
            _ when ConstantOf(operand) is { } constant => new Sum(null, false, constant),
            Plus plus when ConstantOf(plus.Right) is { } constant => new Sum(plus.Left, false, constant),
            Minus minus when ConstantOf(minus.Right) is { } constant => new Sum(minus.Left, false, constant.Negate()),
            Minus minus when ConstantOf(minus.Left) is { } constant => new Sum(minus.Right, true, constant),
            _ => new Sum(operand, false, 0),
        };

        public Sum Negate() => new(Term, Term is not null && !IsNegative, Constant.Negate());

        public UpdateOperand ToOperand() => Term is null ? Value(Constant)
            : IsNegative ? new Minus(Value(Constant), Term)
            : Constant < 0 ? new Minus(Term, Value(Constant.Negate()))
            : new Plus(Term, Value(Constant));

        private static UpdateValue Value(Number number) => new(number);

        private static Number? ConstantOf(UpdateOperand operand) =>
            operand is UpdateValue { Value.Type: AttributeType.Number } literal ? literal.Value.AsNumber() : null;
    }
}
