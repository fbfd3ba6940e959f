using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Resilience;

/// <summary>
/// Which writes have the same result and the same answer when they are applied twice in a row, so that one whose answer was lost may be sent again:
/// <list type="bullet">
/// <item>a put or delete, unless it returns the item before: the second attempt would return what the first one made;</item>
/// <item>an update which returns no values before, and of which every action gives the same twice: SET of a value, <c>if_not_exists</c> of the very path
/// that is set, anything computed from paths that the update does not change, REMOVE, and ADD and DELETE of members of a set. Not: ADD of a number, arithmetic
/// and <c>list_append</c> over what the update changes, and SET or REMOVE of a list's element by its index, which moves or appends;</item>
/// <item>a batch, since it consists of puts and deletes without conditions; a transaction with a client request token.</item>
/// </list>
/// A condition does not matter for that: the second attempt is applied or fails, and where it fails the write is ambiguous. What nobody can exclude is another
/// writer between the two attempts, over whose write the second attempt puts the first one's again; writers that must not lose that race use a condition.
/// </summary>
internal static class Repeatable
{
    public static bool Returns(ReturnValues returned) => returned is not (ReturnValues.AllOld or ReturnValues.UpdatedOld);

    public static bool Changes(UpdateExpression update)
    {
        foreach (UpdateAction action in update.Actions)
        {
            bool same = action switch
            {
                SetAction set => !EndsInList(set.Path) && Gives(set, update),
                RemoveAction remove => !EndsInList(remove.Path),
                AddAction add => add.Value.Type != AttributeType.Number,
                DeleteAction => true,
                _ => false,
            };
            if (!same)
            {
                return false;
            }
        }

        return true;
    }

    private static bool EndsInList(DocumentPath path) => !path.Elements[^1].IsMember;

    // the value that is set is the same when the item before is the item after
    private static bool Gives(SetAction set, UpdateExpression update) => set.Value switch
    {
        IfNotExists own when own.Path.Equals(set.Path) => ReadsUnchanged(own.Fallback, update),
        UpdatePath own when own.Path.Equals(set.Path) => true,
        UpdateOperand other => ReadsUnchanged(other, update),
    };

    private static bool ReadsUnchanged(UpdateOperand operand, UpdateExpression update) => operand switch
    {
        UpdateValue => true,
        UpdatePath path => IsUnchanged(path.Path, update),
        IfNotExists choice => IsUnchanged(choice.Path, update) && ReadsUnchanged(choice.Fallback, update),
        ListAppend lists => ReadsUnchanged(lists.First, update) && ReadsUnchanged(lists.Second, update),
        Plus sum => ReadsUnchanged(sum.Left, update) && ReadsUnchanged(sum.Right, update),
        Minus difference => ReadsUnchanged(difference.Left, update) && ReadsUnchanged(difference.Right, update),
        _ => false,
    };

    private static bool IsUnchanged(DocumentPath path, UpdateExpression update)
    {
        foreach (UpdateAction action in update.Actions)
        {
            if (Overlap(path, action.Path))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Overlap(DocumentPath first, DocumentPath second)
    {
        int length = Math.Min(first.Elements.Count, second.Elements.Count);
        return first.Elements.AsSpan()[..length].SequenceEqual(second.Elements.AsSpan()[..length]);
    }
}
