using Keyfold.Expressions;
using Keyfold.Items;

namespace Keyfold.Oracle;

/// <summary>An item opened for changes: each attribute, member and element is a slot that can be replaced or emptied.</summary>
internal static class Document
{
    /// <summary>A place for a value.</summary>
    public sealed class Slot(AttributeValue? old)
    {
        private readonly Map? _map = old?.Type == AttributeType.Map ? new Map(old.Value.AsMap()) : null;
        private readonly List? _list = old?.Type == AttributeType.List ? new List(old.Value.AsList()) : null;

        private bool _isReplaced;
        private AttributeValue? _replacement;

        public AttributeValue? Value => _isReplaced ? _replacement : _map?.ToItem() ?? _list?.ToValue() ?? old;

        public void Replace(AttributeValue? replacement)
        {
            _isReplaced = true;
            _replacement = replacement;
        }

        /// <summary>The slot of a member or element, made if it is missing; null if this is no container of that kind.</summary>
        public Slot? Locate(PathElement step) => step.IsMember ? _map?.Locate(step.Name!) : _list?.Locate(step.Index);
    }

    /// <summary>The members of an item or map.</summary>
    public sealed class Map
    {
        private readonly Dictionary<string, Slot> _members = new(StringComparer.Ordinal);

        public Map(Item item)
        {
            foreach ((string name, AttributeValue value) in item)
            {
                _members.Add(name, new Slot(value));
            }
        }

        /// <summary>The slot at a path; null if the path's parent is missing or is no container of the right kind.</summary>
        public Slot? Locate(DocumentPath path)
        {
            Slot? slot = Locate(path.AttributeName);
            foreach (PathElement step in path.Elements.Skip(1))
            {
                slot = slot?.Locate(step);
            }

            return slot;
        }

        public Slot Locate(string name)
        {
            if (!_members.TryGetValue(name, out Slot? slot))
            {
                slot = new Slot(null);
                _members.Add(name, slot);
            }

            return slot;
        }

        public Item ToItem() =>
            Item.Create([.. from member in _members let value = member.Value.Value where value is not null select (member.Key, value.Value)]);
    }

    /// <summary>The elements of a list. Positions beyond the end append, in their order and without holes.</summary>
    public sealed class List
    {
        private readonly SortedDictionary<int, Slot> _elements = [];

        public List(IEnumerable<AttributeValue> elements)
        {
            foreach (AttributeValue element in elements)
            {
                _elements.Add(_elements.Count, new Slot(element));
            }
        }

        public Slot Locate(int index)
        {
            if (!_elements.TryGetValue(index, out Slot? slot))
            {
                slot = new Slot(null);
                _elements.Add(index, slot);
            }

            return slot;
        }

        public AttributeValue ToValue() =>
            AttributeValue.List([.. from slot in _elements.Values let value = slot.Value where value is not null select value.Value]);
    }
}
