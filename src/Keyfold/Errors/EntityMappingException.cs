using Keyfold.Items;

namespace Keyfold;

/// <summary>An entity that cannot be stored, or an item that does not fit its class. Nothing was written.</summary>
public sealed class EntityMappingException : KeyfoldException
{
    internal EntityMappingException(string message, string entityName, string path, string? key, AttributeValue? storedValue, Exception? innerException)
        : base(message, innerException)
    {
        EntityName = entityName;
        Path = path;
        Key = key;
        StoredValue = storedValue;
    }

    /// <summary>The entity.</summary>
    public string EntityName { get; }

    /// <summary>Which property, as in <c>Lines[2].Price</c>; empty if the item as a whole does not fit.</summary>
    public string Path { get; }

    /// <summary>The item's primary key for people, as <c>PK = "CUSTOMER#1", SK = "PROFILE"</c>; null if it could not be made.</summary>
    public string? Key { get; }

    /// <summary>The value in the item that does not fit; null when writing, and if there is none.</summary>
    public AttributeValue? StoredValue { get; }
}
