using Keyfold.Items;
using Keyfold.Storage;

namespace Keyfold.Expressions.Rules;

/// <summary>What holds for every literal, wherever it stands.</summary>
internal static class LiteralRules
{
    /// <summary>Checks that a list or map nests no deeper than an attribute's value may.</summary>
    public static void Check(in AttributeValue value)
    {
        if (!Fits(value, Limits.NestingLevelsMax - 1))
        {
            throw StorageErrors.NestedTooDeep();
        }
    }

    private static bool Fits(in AttributeValue value, int levels) => value.Type switch
    {
        AttributeType.List => levels > 0 && ElementsFit(value, levels - 1),
        AttributeType.Map => levels > 0 && AttributesFit(value.AsMap(), levels - 1),
        _ => true,
    };

    private static bool ElementsFit(in AttributeValue list, int levels)
    {
        foreach (AttributeValue element in list.AsList())
        {
            if (!Fits(element, levels))
            {
                return false;
            }
        }

        return true;
    }

    private static bool AttributesFit(Item map, int levels)
    {
        foreach ((_, AttributeValue value) in map)
        {
            if (!Fits(value, levels))
            {
                return false;
            }
        }

        return true;
    }
}
