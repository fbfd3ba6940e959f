using System.ComponentModel;
using Keyfold.Keys;

namespace Keyfold;

/// <summary>What Keyfold knows of an entity's type. Generated, and implemented explicitly: a type's own members stay its own.</summary>
/// <remarks><see cref="IDocument{TSelf}.Write"/> of an entity writes its key attributes and its type attribute with its properties.</remarks>
/// <typeparam name="TSelf">The type itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IEntity<TSelf> : IDocument<TSelf>
    where TSelf : notnull, IEntity<TSelf>
{
    /// <summary>The entity's name, its keys and what else the runtime asks for.</summary>
    static abstract EntityModel Model { get; }

    /// <summary>The primary key.</summary>
    /// <exception cref="KeyException">A property cannot be part of the key.</exception>
    static abstract ItemKey KeyOf(TSelf entity);

    /// <summary>The version that was read; 0 for an entity that was never stored, or that has no version.</summary>
    static virtual long VersionOf(TSelf entity) => 0;

    /// <summary>The entity as a put stores it and a get reads it: with a version one higher, and a time to live rounded up if it asks for that.</summary>
    static virtual TSelf AsStored(TSelf entity) => entity;
}

/// <summary>Marks an entity as one of a table, so that another table's transaction does not take it.</summary>
/// <typeparam name="TTable">The table.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IInTable<TTable>
    where TTable : class;

/// <summary>An entity's primary key as the values it is made of.</summary>
/// <typeparam name="TEntity">The entity.</typeparam>
public interface IEntityKey<TEntity>
    where TEntity : notnull
{
    /// <summary>The key as the table has it.</summary>
    /// <exception cref="KeyException">A value cannot be part of the key.</exception>
    ItemKey ToItemKey();

    /// <summary>The values, in the order of <see cref="EntityModel.KeyProperties"/>.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    object[] ToValues();
}
