using System.Diagnostics;
using Keyfold.Items;

namespace Keyfold.Protocol.Legacy;

/// <summary>What holds for one legacy condition.</summary>
internal static class LegacyConditionRules
{
    /// <summary>Checks an entry of Expected: a value, an existence, or an operator with values.</summary>
    public static void CheckExpected(LegacyCondition condition)
    {
        string name = condition.AttributeName;
        if (condition.Operator is not null)
        {
            if (condition.Exists is not null)
            {
                throw LegacyErrors.ExistsWithOperator(name);
            }

            if (condition.Value.IsPresent && condition.HasList)
            {
                throw LegacyErrors.ValueWithList(name);
            }

            if (!condition.Value.IsPresent && !condition.HasList && condition.Operator is not ("NULL" or "NOT_NULL"))
            {
                throw LegacyErrors.OperatorWithoutValues(condition.Operator, name);
            }

            CheckOperator(condition);
            return;
        }

        if (condition.HasList)
        {
            throw condition.Value.IsPresent ? LegacyErrors.ValueWithList(name) : LegacyErrors.ListWithoutOperator(name);
        }

        if (condition.Exists == false && condition.Value.IsPresent)
        {
            throw LegacyErrors.ValueWithExistsFalse(name);
        }

        if (condition.Exists != false && !condition.Value.IsPresent)
        {
            throw LegacyErrors.ValueMissing(name, condition.Exists is null ? "null" : "true");
        }
    }

    /// <summary>Checks the operator's values: how many, of one type, of a fit type, in order.</summary>
    public static void CheckOperator(LegacyCondition condition)
    {
        string name = condition.Operator!;
        AttributeValue[] arguments = condition.Arguments;
        bool isCountRight = name switch
        {
            "NULL" or "NOT_NULL" => arguments.Length == 0,
            "BETWEEN" => arguments.Length == 2,
            "IN" => arguments.Length >= 1,
            _ => arguments.Length == 1,
        };
        if (!isCountRight)
        {
            throw LegacyErrors.ArgumentCount(name);
        }

        foreach (AttributeValue argument in arguments)
        {
            if (argument.Type != arguments[0].Type)
            {
                throw LegacyErrors.ArgumentsMixed();
            }
        }

        foreach (AttributeValue argument in arguments)
        {
            if (!Takes(name, argument.Type))
            {
                throw LegacyErrors.ArgumentType(name, argument.Type);
            }
        }

        if (name == "BETWEEN" && Compare(arguments[0], arguments[1]) > 0)
        {
            throw LegacyErrors.BetweenReversed();
        }
    }

    private static bool Takes(string name, AttributeType type) => name switch
    {
        "EQ" or "NE" => true,
        "BEGINS_WITH" => type is AttributeType.String or AttributeType.Binary,
        _ => type.IsOrdered(),
    };

    private static int Compare(in AttributeValue left, in AttributeValue right) => left.Type switch
    {
        AttributeType.String => Utf8Order.Compare(left.AsString(), right.AsString()),
        AttributeType.Number => left.AsNumber().CompareTo(right.AsNumber()),
        AttributeType.Binary => left.AsBinary().Span.SequenceCompareTo(right.AsBinary().Span),
        _ => throw new UnreachableException(),
    };
}
