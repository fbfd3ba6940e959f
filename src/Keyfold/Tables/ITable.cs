using System.ComponentModel;
using Keyfold.Schema;

namespace Keyfold;

/// <summary>A table's class as its annotations declare it. Generated.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface ITable<TSelf>
    where TSelf : class, ITable<TSelf>
{
    /// <summary>The table's schema as declared.</summary>
    static abstract TableSchema Schema { get; }

    /// <summary>The table's entities.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract EntityModel[] Entities { get; }

    /// <summary>Makes the table's object.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    static abstract TSelf Open(TableConnection connection);
}
