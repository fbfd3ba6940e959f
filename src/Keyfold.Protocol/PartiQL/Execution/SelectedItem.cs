using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Protocol.PartiQL.Translation;

namespace Keyfold.Protocol.PartiQL.Execution;

/// <summary>
/// The shape of an item that a SELECT returns: what lies within an attribute stands at the top, under its last name. The backend reads whole attributes then,
/// because its own projection moves list elements together.
/// </summary>
internal sealed class SelectedItem
{
    private readonly Sequence<DocumentPath> _paths;
    private readonly bool _isNested;

    public SelectedItem(ProjectionExpression? projection)
    {
        _paths = projection?.Paths ?? [];
        _isNested = _paths.Any(path => !path.IsTopLevel);
        Projection = _isNested
            ? new ProjectionExpression(Sequence.From(_paths.Select(path => path.AttributeName).Distinct().Select(name => new DocumentPath(name))))
            : projection;
    }

    /// <summary>What the backend has to read, or null for whole items.</summary>
    public ProjectionExpression? Projection { get; }

    /// <summary>An encoded item in this shape.</summary>
    public ReadOnlyMemory<byte> Shape(ReadOnlyMemory<byte> encodedItem)
    {
        if (!_isNested)
        {
            return encodedItem;
        }

        Item item = new EncodedItem(encodedItem.Span).ToItem();
        List<(string, AttributeValue)> found = [];
        foreach (DocumentPath path in _paths)
        {
            if (TryFind(item, path, out AttributeValue value))
            {
                found.Add((ProjectionTranslator.NameOf(path), value));
            }
        }

        return ItemCodec.Encode([.. found], ItemEncoding.Binary);
    }

    private static bool TryFind(Item item, DocumentPath path, out AttributeValue value)
    {
        value = AttributeValue.Map(item);
        foreach (PathElement element in path.Elements)
        {
            bool isFound = element.IsMember
                ? value.Type == AttributeType.Map && value.AsMap().TryGet(element.Name!, out value)
                : value.Type == AttributeType.List && TryGet(value, element.Index, out value);
            if (!isFound)
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryGet(AttributeValue list, int index, out AttributeValue element)
    {
        bool isFound = index < list.AsList().Length;
        element = isFound ? list.AsList()[index] : default;
        return isFound;
    }
}
