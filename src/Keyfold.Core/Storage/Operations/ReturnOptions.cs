namespace Keyfold.Storage;

/// <summary>Which image of the item a write returns. PutItem and DeleteItem take the first two only.</summary>
public enum ReturnValues
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The whole item as it was before.</summary>
    AllOld,

    /// <summary>The values before, at the updated paths.</summary>
    UpdatedOld,

    /// <summary>The whole item as it is now.</summary>
    AllNew,

    /// <summary>The values now, at the updated paths.</summary>
    UpdatedNew,
}

/// <summary>How much a response says of the capacity it consumed.</summary>
public enum ReturnConsumedCapacity
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The sum of table and indexes.</summary>
    Total,

    /// <summary>The sum, and the share of the table and of each index.</summary>
    Indexes,
}

/// <summary>What a Query or Scan returns of each item.</summary>
public enum Select
{
    /// <summary>DynamoDB's default: the projected paths if any are named, else all attributes (of an index: the projected ones).</summary>
    Default,

    /// <summary>The whole item; from a local index that does not project it, fetched from the table.</summary>
    AllAttributes,

    /// <summary>What the index projects.</summary>
    AllProjectedAttributes,

    /// <summary>The paths of the projection expression, which is then required.</summary>
    SpecificAttributes,

    /// <summary>No items, only their number.</summary>
    Count,
}
