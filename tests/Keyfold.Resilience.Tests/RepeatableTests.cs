using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Resilience.Tests;

public sealed class RepeatableTests
{
    private static readonly DocumentPath A = "A";
    private static readonly DocumentPath B = "B";
    private static readonly UpdateOperand One = new UpdateValue(1);
    private static readonly AttributeValue List = AttributeValue.List([1]);

    public static TheoryData<UpdateAction[]> Same => new()
    {
        Actions(new SetAction(A, One)),
        Actions(new SetAction(A.Member("X"), One)),
        Actions(new SetAction(A.Element(0).Member("X"), One)),
        Actions(new SetAction(A, new IfNotExists(A, One))),
        Actions(new SetAction(A, new IfNotExists(B, One))),
        Actions(new SetAction(A, new UpdatePath(A))),
        Actions(new SetAction(A, new UpdatePath(B))),
        Actions(new SetAction(A, new Plus(new UpdatePath(B), One))),
        Actions(new SetAction(A, new ListAppend(new UpdatePath(B), new UpdateValue(List)))),
        Actions(new RemoveAction(A), new RemoveAction(B.Member("X"))),
        Actions(new AddAction(A, AttributeValue.StringSet(["x"]))),
        Actions(new DeleteAction(A, AttributeValue.StringSet(["x"]))),
    };

    public static TheoryData<UpdateAction[]> Different => new()
    {
        Actions(new AddAction(A, 1)),
        Actions(new SetAction(B, One), new AddAction(A, 1)),
        Actions(new SetAction(A, new Plus(new UpdatePath(A), One))),
        Actions(new SetAction(A, new Minus(new IfNotExists(A, One), One))),
        Actions(new SetAction(A, new ListAppend(new UpdatePath(A), new UpdateValue(List)))),
        Actions(new SetAction(A, new ListAppend(new IfNotExists(A, new UpdateValue(List)), new UpdateValue(List)))),

        // swapped, and swapped back
        Actions(new SetAction(A, new UpdatePath(B)), new SetAction(B, new UpdatePath(A))),
        Actions(new SetAction(A, new UpdatePath(B)), new SetAction(B, One)),
        Actions(new SetAction(A, new IfNotExists(B, One)), new SetAction(B.Member("X"), One)),
        Actions(new SetAction(A, new UpdatePath(B.Member("X"))), new RemoveAction(B)),

        // an element behind the last one is appended, and one that goes lets the next take its place
        Actions(new SetAction(A.Element(5), One)),
        Actions(new RemoveAction(A.Element(0))),
    };

    [Theory]
    [MemberData(nameof(Same))]
    public void Twice_is_once(UpdateAction[] actions) => Assert.True(Repeatable.Changes(new UpdateExpression([.. actions])));

    [Theory]
    [MemberData(nameof(Different))]
    public void Twice_is_not_once(UpdateAction[] actions) => Assert.False(Repeatable.Changes(new UpdateExpression([.. actions])));

    [Fact]
    public void What_returns_the_past_is_not_repeatable() => Assert.Equal(
        [ReturnValues.None, ReturnValues.AllNew, ReturnValues.UpdatedNew],
        Enum.GetValues<ReturnValues>().Where(Repeatable.Returns));

    private static UpdateAction[] Actions(params UpdateAction[] actions) => actions;
}
