using System.ComponentModel;
using System.Text;
using Keyfold.Expressions;
using Keyfold.Items;
using Keyfold.Mapping;

namespace Keyfold;

/// <summary>What can be asked of a query and of a scan alike. Immutable; each step of a chain is a plan of its own.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract record ReadPlan
{
    private protected ReadPlan(TableConnection connection) => Connection = connection;

    internal TableConnection Connection { get; }

    internal abstract EntityModel Model { get; }

    /// <summary>The index that is read; null for the table.</summary>
    internal abstract string? IndexName { get; }

    /// <summary>Whether the index gives keys alone, and each entity is read from the table besides.</summary>
    internal abstract bool FetchesFromTable { get; }

    /// <summary>Whose cursors the plan takes, for people.</summary>
    internal abstract string CursorOwner { get; }

    /// <summary>Whether the request has a filter, so that it can evaluate more than it gives.</summary>
    internal abstract bool IsFiltered { get; }

    /// <summary>The condition that was asked for.</summary>
    internal Condition? Filter { get; init; }

    internal bool Consistent { get; init; }

    /// <summary>How many items are evaluated at most, in all.</summary>
    internal int? EvaluatedMax { get; init; }

    /// <summary>How many entities are given at most, in all.</summary>
    internal int? TakenMax { get; init; }

    /// <summary>How many items a request evaluates at most.</summary>
    internal int? PageSize { get; init; }

    internal Item? StartKey { get; init; }

    /// <summary>The limit of a request, given how much may still be evaluated and taken.</summary>
    internal int? LimitOf(int? evaluatedLeft, int? takenLeft)
    {
        // what is filtered away is evaluated too: how many have to be, to take so many, nobody knows
        int taken = !IsFiltered && takenLeft is { } left ? left : int.MaxValue;
        int limit = Math.Min(evaluatedLeft ?? int.MaxValue, Math.Min(taken, PageSize ?? int.MaxValue));
        return limit == int.MaxValue ? null : limit;
    }

    /// <summary>Appends what tells the plan's cursors from those of others.</summary>
    internal abstract void AppendCursorScope(StringBuilder text);

    /// <summary>Reads an item as the plan's entity. False for an item of another entity of the table, which is in the way and not asked for.</summary>
    /// <exception cref="EntityMappingException">The item does not fit the class; or no entity of the table has the item's type.</exception>
    internal bool TryRead<TEntity>(ReadOnlyMemory<byte> item, out TEntity entity)
        where TEntity : notnull, IEntity<TEntity>
    {
        if (Model.Utf8TypeAttribute is { } typeAttribute && Connection.Entities.Count > 1)
        {
            ReadOnlySpan<byte> type = EncodedItems.TypeOf(Connection.Backend, item, typeAttribute);
            if (!type.SequenceEqual(Model.Utf8Name) && Connection.Knows(type))
            {
                entity = default!;
                return false;
            }
        }

        entity = EncodedItems.Read<TEntity>(Connection.Backend, item);
        return true;
    }
}
