using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>
/// Updates over items as objects: the item becomes dictionaries and lists, each action changes them, and they become an item again. A list keeps the
/// positions of the old item until the end: what is removed leaves a hole, what lies behind the end waits with its index.
/// </summary>
internal static class NaiveUpdate
{
    private const string Type = "An operand in the update expression has an incorrect data type";
    private const string Path = "The document path provided in the update expression is invalid for update";
    private const string Missing = "The provided expression refers to an attribute that does not exist in the item";
    private const string Overflow = "Number overflow. Attempting to store a number with magnitude larger than supported range";

    /// <summary>The new item, or null if none is made.</summary>
    /// <exception cref="Refusal">The update cannot be applied: first all paths are looked at, then all values, in the order of the expression.</exception>
    public static Item? Apply(UpdateExpression update, Item? item, Item key)
    {
        if (item is null && update.Actions.All(action => action is RemoveAction or DeleteAction))
        {
            return null;
        }

        UpdateAction[] actions = [.. update.Actions.Where(action => item is not null || action is not RemoveAction)];
        SortedDictionary<string, object> attributes = Thaw(item ?? key);
        object[] parents = [.. actions.Select(action => Parent(action.Path, attributes))];
        AttributeValue?[] values = [.. actions.Select(action => Evaluate(action, item ?? key))];
        for (int action = 0; action < actions.Length; action++)
        {
            Put(parents[action], actions[action].Path.Elements[^1], values[action]);
        }

        return Freeze(attributes);
    }

    private static object Parent(DocumentPath path, SortedDictionary<string, object> attributes)
    {
        object? parent = attributes;
        foreach (PathElement step in path.Elements.AsSpan()[..^1])
        {
            parent = parent is null ? null : Child(parent, step);
        }

        bool fits = path.Elements[^1].IsMember ? parent is SortedDictionary<string, object> : parent is LooseList;
        return fits ? parent! : throw new Refusal(Path);
    }

    private static AttributeValue? Evaluate(UpdateAction action, Item item) => action switch
    {
        SetAction set => Evaluate(set.Value, item),
        AddAction add => Add(NaiveConditions.Find(item, add.Path), add.Value),
        DeleteAction delete => Subtract(NaiveConditions.Find(item, delete.Path), delete.Value),
        _ => null,
    };

    private static object? Child(object parent, PathElement step) => parent switch
    {
        SortedDictionary<string, object> map when step.IsMember => map.GetValueOrDefault(step.Name!),
        LooseList list when !step.IsMember && step.Index < list.Old.Count => list.Old[step.Index],
        _ => null,
    };

    private static void Put(object parent, PathElement step, AttributeValue? value)
    {
        switch (parent)
        {
            case SortedDictionary<string, object> map when value is null:
                map.Remove(step.Name!);
                break;
            case SortedDictionary<string, object> map:
                map[step.Name!] = Thaw(value.Value);
                break;
            case LooseList list when step.Index < list.Old.Count:
                list.Old[step.Index] = value is null ? null : Thaw(value.Value);
                break;
            case LooseList list when value is not null:
                list.Behind[step.Index] = Thaw(value.Value);
                break;
            default:
                break;
        }
    }

    private static AttributeValue Evaluate(UpdateOperand operand, Item item) => operand switch
    {
        UpdateValue literal => literal.Value,
        UpdatePath path => NaiveConditions.Find(item, path.Path) ?? throw new Refusal(Missing),
        IfNotExists function => NaiveConditions.Find(item, function.Path) ?? Evaluate(function.Fallback, item),
        ListAppend function => AttributeValue.List([.. AsList(Evaluate(function.First, item)), .. AsList(Evaluate(function.Second, item))]),
        Plus plus => Sum(AsNumber(Evaluate(plus.Left, item)), AsNumber(Evaluate(plus.Right, item))),
        Minus minus => Sum(AsNumber(Evaluate(minus.Left, item)), AsNumber(Evaluate(minus.Right, item)).Negate()),
        _ => throw new ArgumentOutOfRangeException(nameof(operand)),
    };

    private static AttributeValue[] AsList(AttributeValue value) => value.Type == AttributeType.List ? [.. value.AsList()] : throw new Refusal(Type);

    private static Number AsNumber(AttributeValue value) => value.Type == AttributeType.Number ? value.AsNumber() : throw new Refusal(Type);

    private static AttributeValue Sum(Number left, Number right) =>
        Number.TryAdd(left, right, out Number sum) == NumberError.None ? sum : throw new Refusal(Overflow);

    private static AttributeValue Add(AttributeValue? old, AttributeValue value) => (old?.Type ?? value.Type, value.Type) switch
    {
        _ when old is null => value,
        (AttributeType.Number, AttributeType.Number) => Sum(old.Value.AsNumber(), value.AsNumber()),
        (AttributeType.StringSet, AttributeType.StringSet) => AttributeValue.StringSet([.. old.Value.AsStringSet().Union(value.AsStringSet())]),
        (AttributeType.NumberSet, AttributeType.NumberSet) => AttributeValue.NumberSet([.. old.Value.AsNumberSet().Union(value.AsNumberSet())]),
        (AttributeType.BinarySet, AttributeType.BinarySet) => Expression.ByteSet([.. Hex(old.Value).Union(Hex(value)).Select(Convert.FromHexString)]),
        _ => throw new Refusal(Type),
    };

    private static AttributeValue? Subtract(AttributeValue? present, AttributeValue value)
    {
        if (present is not { } old)
        {
            return null;
        }

        if (old.Type != value.Type)
        {
            throw new Refusal(Type);
        }

        switch (old.Type)
        {
            case AttributeType.StringSet:
                string[] strings = [.. old.AsStringSet().Except(value.AsStringSet())];
                return strings.Length == 0 ? (AttributeValue?)null : AttributeValue.StringSet(strings);
            case AttributeType.NumberSet:
                Number[] numbers = [.. old.AsNumberSet().Except(value.AsNumberSet())];
                return numbers.Length == 0 ? (AttributeValue?)null : AttributeValue.NumberSet(numbers);
            default:
                byte[][] binaries = [.. Hex(old).Except(Hex(value)).Select(Convert.FromHexString)];
                return binaries.Length == 0 ? (AttributeValue?)null : Expression.ByteSet(binaries);
        }
    }

    private static IEnumerable<string> Hex(AttributeValue set) => set.AsBinarySet().Select(member => Convert.ToHexString(member.Span));

    private static SortedDictionary<string, object> Thaw(Item item)
    {
        SortedDictionary<string, object> attributes = new(StringComparer.Ordinal);
        foreach ((string name, AttributeValue value) in item)
        {
            attributes.Add(name, Thaw(value));
        }

        return attributes;
    }

    private static object Thaw(AttributeValue value) => value.Type switch
    {
        AttributeType.Map => Thaw(value.AsMap()),
        AttributeType.List => new LooseList([.. value.AsList().Select(Thaw)], []),
        _ => value,
    };

    private static Item Freeze(SortedDictionary<string, object> attributes) =>
        Item.Create([.. attributes.Select(attribute => (attribute.Key, Freeze(attribute.Value)))]);

    private static AttributeValue Freeze(object value) => value switch
    {
        SortedDictionary<string, object> map => Freeze(map),
        LooseList list => AttributeValue.List([.. list.Old.OfType<object>().Concat(list.Behind.Values).Select(Freeze)]),
        _ => (AttributeValue)value,
    };

    private sealed record LooseList(List<object?> Old, SortedDictionary<int, object> Behind);

    public sealed class Refusal(string message) : Exception(message);
}
