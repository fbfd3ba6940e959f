namespace Keyfold;

/// <summary>Which attributes an index keeps of each item, beside the keys of the index and of the table.</summary>
public enum IndexProjection
{
    /// <summary>All of them: a query on the index gives whole entities.</summary>
    All,

    /// <summary>None: a query on the index finds the keys and fetches the entities from the table.</summary>
    KeysOnly,

    /// <summary>Those named by <c>NonKeyAttributes</c>.</summary>
    Include,
}
