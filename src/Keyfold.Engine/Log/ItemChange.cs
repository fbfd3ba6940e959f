using Keyfold.Engine.Tables;
using Keyfold.Engine.Trees;

namespace Keyfold.Engine.Log;

/// <summary>What one commit does to one item. Index entries follow from it and from the item before, so the log does not have them.</summary>
/// <param name="Table">The table.</param>
/// <param name="Hash">The hash of the item's partition key.</param>
/// <param name="Key">The item's key bytes.</param>
/// <param name="Item">The item as it becomes; none when it goes.</param>
internal readonly record struct ItemChange(Table Table, ulong Hash, ReadOnlyMemory<byte> Key, StoredItem Item);
