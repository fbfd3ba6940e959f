namespace Keyfold;

/// <summary>What a put does about an item that is there already.</summary>
public enum PutMode
{
    /// <summary><see cref="IfVersion"/> for an entity with a version, <see cref="Replace"/> for one without.</summary>
    Default,

    /// <summary>Fails if there is an item with this key.</summary>
    CreateOnly,

    /// <summary>Replaces the item, whatever it is.</summary>
    Replace,

    /// <summary>
    /// Fails unless the item has the version that the entity was read with. Version 0 means that there must be none. Only for entities with a version.
    /// </summary>
    IfVersion,
}
