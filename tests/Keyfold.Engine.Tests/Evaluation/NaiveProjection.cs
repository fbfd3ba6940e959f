using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Engine.Tests.Evaluation;

/// <summary>Projections over items as objects: every value asks which paths lead to it or into it.</summary>
internal static class NaiveProjection
{
    public static Item Project(IReadOnlyList<DocumentPath> paths, Item item) => Attributes([.. paths.Select(path => path.Elements.ToArray())], item);

    private static Item Attributes(PathElement[][] paths, Item item)
    {
        List<(string, AttributeValue)> kept = [];
        foreach ((string name, AttributeValue value) in item)
        {
            if (Child(paths, PathElement.Member(name), value) is { } child)
            {
                kept.Add((name, child));
            }
        }

        return Item.Create([.. kept]);
    }

    private static AttributeValue? Child(PathElement[][] paths, PathElement step, AttributeValue value)
    {
        PathElement[][] rests = [.. paths.Where(path => path[0] == step).Select(path => path[1..])];
        if (rests.Any(rest => rest.Length == 0))
        {
            return value;
        }

        if (rests.Length > 0 && value.Type == AttributeType.Map)
        {
            Item kept = Attributes(rests, value.AsMap());
            return kept.Count > 0 ? AttributeValue.Map(kept) : (AttributeValue?)null;
        }

        if (rests.Length > 0 && value.Type == AttributeType.List)
        {
            AttributeValue[] kept = [.. value.AsList().Select((element, index) => Child(rests, PathElement.Element(index), element)).OfType<AttributeValue>()];
            return kept.Length > 0 ? AttributeValue.List(kept) : (AttributeValue?)null;
        }

        return null;
    }
}
