namespace Keyfold;

/// <summary>
/// A write's condition does not hold: the item is there already, is missing, has another version, or is not what <c>When</c> asks for. Nothing was written.
/// </summary>
public abstract class ConditionFailedException : KeyfoldException
{
    private protected ConditionFailedException(string message, string entityName, string key, bool itemExists, Exception innerException)
        : base(message, innerException)
    {
        EntityName = entityName;
        Key = key;
        ItemExists = itemExists;
    }

    /// <summary>The entity.</summary>
    public string EntityName { get; }

    /// <summary>The item's primary key for people, as <c>PK = "CUSTOMER#1", SK = "PROFILE"</c>.</summary>
    public string Key { get; }

    /// <summary>Whether there is an item with this key.</summary>
    public bool ItemExists { get; }

    /// <summary>The entity that is there, as of the failed write. Null if there is none, or if its item does not fit the class.</summary>
    public abstract object? ExistingEntity { get; }
}

/// <summary>A <see cref="ConditionFailedException"/> that carries the entity that is there.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public sealed class ConditionFailedException<TEntity> : ConditionFailedException
    where TEntity : notnull
{
    internal ConditionFailedException(string message, string entityName, string key, bool itemExists, TEntity? existing, Exception innerException)
        : base(message, entityName, key, itemExists, innerException) => Existing = existing;

    /// <summary>As <see cref="ConditionFailedException.ExistingEntity"/>; of a struct the default where that is null.</summary>
    public TEntity? Existing { get; }

    /// <inheritdoc/>
    public override object? ExistingEntity => ItemExists ? Existing : null;
}
