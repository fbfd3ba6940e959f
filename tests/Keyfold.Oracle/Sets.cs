using Keyfold.Items;

namespace Keyfold.Oracle;

/// <summary>Union and difference of two set values of one type.</summary>
internal static class Sets
{
    public static AttributeValue Union(AttributeValue left, AttributeValue right) => Of(left.Type, Members(left).Union(Members(right)))!.Value;

    /// <summary>The members of the first that the second does not have; null when none is left.</summary>
    public static AttributeValue? Except(AttributeValue left, AttributeValue right) => Of(left.Type, Members(left).Except(Members(right)));

    private static IEnumerable<AttributeValue> Members(AttributeValue set) => set.Type switch
    {
        AttributeType.StringSet => set.AsStringSet().Select(AttributeValue.String),
        AttributeType.NumberSet => set.AsNumberSet().Select(AttributeValue.Number),
        _ => set.AsBinarySet().Select(AttributeValue.Binary),
    };

    private static AttributeValue? Of(AttributeType type, IEnumerable<AttributeValue> members) => type switch
    {
        _ when !members.Any() => default(AttributeValue?),
        AttributeType.StringSet => AttributeValue.StringSet([.. members.Select(member => member.AsString())]),
        AttributeType.NumberSet => AttributeValue.NumberSet([.. members.Select(member => member.AsNumber())]),
        _ => AttributeValue.BinarySet([.. members.Select(member => member.AsBinary())]),
    };
}
