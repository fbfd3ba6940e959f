using Keyfold.Items;
using Keyfold.Schema;
using Keyfold.Storage;

namespace Keyfold.Protocol.PartiQL.Planning;

/// <summary>What values key attributes may have in a statement.</summary>
internal static class KeyValues
{
    /// <summary>Checks a value that a key attribute is compared with or set to.</summary>
    /// <exception cref="StorageException">It has another type, or it is empty.</exception>
    public static void Check(KeyAttribute attribute, in AttributeValue value)
    {
        if (value.Type != attribute.Type)
        {
            throw KeyErrors.WrongType(attribute.Name);
        }

        bool isEmpty = value.Type switch
        {
            AttributeType.String => value.AsString().Length == 0,
            AttributeType.Binary => value.AsBinary().IsEmpty,
            _ => false,
        };
        if (isEmpty)
        {
            throw StorageErrors.KeyEmptyInItem(attribute.Name, value.Type == AttributeType.Binary);
        }
    }
}
