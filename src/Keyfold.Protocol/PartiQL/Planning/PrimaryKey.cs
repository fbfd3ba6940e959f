using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Keys;
using Keyfold.Protocol.Requests;
using Keyfold.Schema;

namespace Keyfold.Protocol.PartiQL.Planning;

/// <summary>The one item that a WHERE clause names, and what else it says.</summary>
/// <param name="Key">The item's key.</param>
/// <param name="Rest">The other terms, or null.</param>
internal sealed record PrimaryKey(ItemKey Key, Condition? Rest)
{
    /// <summary>Finds the key that a write's clause must name.</summary>
    /// <exception cref="Storage.StorageException">It does not name a key of this schema.</exception>
    public static PrimaryKey Require(Condition? where, KeySchema schema) =>
        TryFind(new Conjuncts(where), schema, isRead: false) ?? throw KeyErrors.NotAllEqual();

    /// <summary>Finds the key that a clause names; null if it does not name one.</summary>
    /// <exception cref="Storage.StorageException">A value does not fit its key attribute.</exception>
    public static PrimaryKey? Find(Condition? where, KeySchema schema) => TryFind(new Conjuncts(where), schema, isRead: true);

    /// <summary>Finds the key of a clause that says nothing else; null if it does.</summary>
    /// <exception cref="Storage.StorageException">A value does not fit its key attribute.</exception>
    public static PrimaryKey? FindAlone(Condition? where, KeySchema schema)
    {
        PrimaryKey? found = Find(where, schema);
        return found is { Rest: null } ? found : null;
    }

    /// <summary>The key of an item.</summary>
    /// <exception cref="Storage.StorageException">A key attribute is missing, or its value does not fit.</exception>
    public static ItemKey Of(Item item, KeySchema schema)
    {
        List<(string, AttributeValue)> key = [];
        foreach (KeyAttribute attribute in Attributes(schema))
        {
            if (!item.TryGet(attribute.Name, out AttributeValue value))
            {
                throw KeyErrors.Absent(attribute.Name);
            }

            KeyValues.Check(attribute, value);
            key.Add((attribute.Name, value));
        }

        return Encode(key, schema);
    }

    private static PrimaryKey? TryFind(Conjuncts terms, KeySchema schema, bool isRead)
    {
        List<(string, AttributeValue)> key = [];
        foreach (KeyAttribute attribute in Attributes(schema))
        {
            if (terms.TakeFirst(term => Conjuncts.EqualTo(term, attribute.Name)) is not { } found)
            {
                return null;
            }

            key.Add((attribute.Name, found.Value));
            terms.Drop(term => Conjuncts.EqualTo(term, attribute.Name)?.Value.Equals(found.Value) == true);
            if (!isRead && !found.Value.Type.IsOrdered())
            {
                throw KeyErrors.NotScalar(attribute.Name, found.Value.Type.Tag());
            }

            if (!isRead && terms.TakeFirst(term => Conjuncts.EqualTo(term, attribute.Name)) is not null)
            {
                throw KeyErrors.Repeated(attribute.Name);
            }
        }

        int position = 0;
        foreach (KeyAttribute attribute in Attributes(schema))
        {
            KeyValues.Check(attribute, key[position++].Item2);
        }

        return new PrimaryKey(Encode(key, schema), terms.Rest);
    }

    private static ItemKey Encode(List<(string, AttributeValue)> key, KeySchema schema) =>
        KeyReader.Read(new EncodedMember(ItemCodec.Encode([.. key], ItemEncoding.Binary)), schema);

    private static KeyAttribute[] Attributes(KeySchema schema) => [.. schema.Partition, .. schema.Sort];
}
