using System.Collections.Immutable;
using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Oracle;

/// <summary>Document paths: what is at them, and the parts of an item that they select.</summary>
internal static class Paths
{
    /// <summary>The value at a path, or null if a step of it is not there.</summary>
    public static AttributeValue? Resolve(DocumentPath path, Item item)
    {
        AttributeValue current = item;
        foreach (PathElement step in path.Elements)
        {
            if (step.IsMember && current.Type == AttributeType.Map && current.AsMap().TryGet(step.Name!, out AttributeValue member))
            {
                current = member;
            }
            else if (!step.IsMember && current.Type == AttributeType.List && step.Index < current.AsList().Length)
            {
                current = current.AsList()[step.Index];
            }
            else
            {
                return null;
            }
        }

        return current;
    }

    /// <summary>The item with nothing but what the paths select, nested as it was, list elements packed in the order of their positions.</summary>
    public static Item Select(IEnumerable<DocumentPath> paths, Item item) => Select([.. paths.Select(path => path.Elements.ToImmutableArray())], item);

    private static Item Select(ImmutableArray<ImmutableArray<PathElement>> paths, Item item)
    {
        Item selected = Item.Empty;
        foreach (var group in paths.Where(path => path[0].IsMember).GroupBy(path => path[0].Name!))
        {
            if (item.TryGet(group.Key, out AttributeValue value) && Select([.. group.Select(path => path.RemoveAt(0))], value) is { } part)
            {
                selected = selected.With(group.Key, part);
            }
        }

        return selected;
    }

    private static AttributeValue? Select(ImmutableArray<ImmutableArray<PathElement>> paths, AttributeValue value)
    {
        if (paths.Any(path => path.IsEmpty))
        {
            return value;
        }

        if (value.Type == AttributeType.Map)
        {
            Item part = Select(paths, value.AsMap());
            return part.Count == 0 ? default(AttributeValue?) : part;
        }

        if (value.Type != AttributeType.List)
        {
            return null;
        }

        var elements = value.AsList();
        List<AttributeValue> packed = [];
        foreach (var group in paths.Where(path => !path[0].IsMember && path[0].Index < elements.Length).GroupBy(path => path[0].Index).OrderBy(group => group.Key))
        {
            if (Select([.. group.Select(path => path.RemoveAt(0))], elements[group.Key]) is AttributeValue part)
            {
                packed.Add(part);
            }
        }

        return packed.Count == 0 ? default(AttributeValue?) : AttributeValue.List([.. packed]);
    }
}
