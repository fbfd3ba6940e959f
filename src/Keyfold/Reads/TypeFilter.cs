using Keyfold.Expressions;

namespace Keyfold;

/// <summary>
/// The conditions by which a backend tells an entity's items from others of the table. None are needed where the entity is alone in its table, and there
/// are none without a type attribute.
/// </summary>
internal static class TypeFilter
{
    public static bool IsNeeded(ReadPlan plan) => plan.Model.TypeAttribute is not null && plan.Connection.Entities.Count > 1;

    /// <summary>Lets the entity's items pass and nothing else, for counting: what is only counted, nobody sees.</summary>
    public static Condition? Only(ReadPlan plan) =>
        IsNeeded(plan) ? new Comparison(TypeOf(plan), ComparisonOperator.Equal, new ValueOperand(plan.Model.Name)) : null;

    /// <summary>
    /// Holds back the items of the table's other entities. An item whose type no entity has, or that has none, passes: it is an error to be seen.
    /// </summary>
    public static Condition? NoneOfOthers(ReadPlan plan)
    {
        if (!IsNeeded(plan))
        {
            return null;
        }

        IEnumerable<string> others = plan.Connection.Entities.Select(entity => entity.Name)
            .Where(name => !string.Equals(name, plan.Model.Name, StringComparison.Ordinal));
        Condition? filter = null;
        foreach (string[] names in others.Chunk(Limits.InOperandsMax))
        {
            filter = Conditions.And(filter, !new In(TypeOf(plan), [.. names.Select(Operand (name) => new ValueOperand(name))]));
        }

        return filter;
    }

    private static PathOperand TypeOf(ReadPlan plan) => new(plan.Model.TypeAttribute!);
}
