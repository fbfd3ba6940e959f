using System.ComponentModel;
using System.Text;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold;

/// <summary>The class of a collection's result. Generated.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IItemCollection<TSelf>
    where TSelf : class, IItemCollection<TSelf>
{
    /// <summary>Makes the result of the items that were read.</summary>
    static abstract TSelf Create(CollectionItems items);
}

/// <summary>
/// An item that is in a collection's partition, but of none of its entities: one of another entity, of another program, or of a newer version.
/// </summary>
/// <param name="EntityName">What its type attribute says; null if it has none.</param>
/// <param name="Item">Its attributes.</param>
public sealed record UnrecognizedItem(string? EntityName, Item Item);

/// <summary>The items of a collection, by entity. Each is taken out once; what nobody takes is unrecognized.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class CollectionItems
{
    private readonly TableConnection _connection;
    private readonly Dictionary<string, List<ReadOnlyMemory<byte>>> _items = new(StringComparer.Ordinal);

    internal CollectionItems(TableConnection connection) => _connection = connection;

    internal void Add(ReadOnlyMemory<byte> item, byte[] utf8TypeAttribute)
    {
        string type = Encoding.UTF8.GetString(EncodedItems.TypeOf(_connection.Backend, item, utf8TypeAttribute));
        if (!_items.TryGetValue(type, out List<ReadOnlyMemory<byte>>? items))
        {
            _items.Add(type, items = []);
        }

        items.Add(item);
    }

    /// <summary>The one entity of a type, or null.</summary>
    public TEntity? TakeOne<TEntity>()
        where TEntity : class, IEntity<TEntity> => TakeAll<TEntity>() is [var entity, ..] ? entity : null;

    /// <summary>The one entity of a type that is a struct, or null.</summary>
    public TEntity? TakeOneValue<TEntity>()
        where TEntity : struct, IEntity<TEntity> => TakeAll<TEntity>() is [var entity, ..] ? entity : null;

    /// <summary>All entities of a type, in the order of the query.</summary>
    /// <exception cref="EntityMappingException">An item does not fit the class.</exception>
    public IReadOnlyList<TEntity> TakeAll<TEntity>()
        where TEntity : notnull, IEntity<TEntity> =>
        _items.Remove(TEntity.Model.Name, out List<ReadOnlyMemory<byte>>? items)
            ? [.. items.Select(item => EncodedItems.Read<TEntity>(_connection.Backend, item))]
            : [];

    /// <summary>Everything else.</summary>
    public IReadOnlyList<UnrecognizedItem> TakeRest() =>
    [
        .. _items.SelectMany(type => type.Value.Select(item =>
            new UnrecognizedItem(type.Key.Length == 0 ? null : type.Key, ItemCodec.Decode(item.Span, _connection.Backend.Encoding)))),
    ];
}
