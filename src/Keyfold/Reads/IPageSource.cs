using Keyfold.Items;

namespace Keyfold;

/// <summary>
/// Asks a backend for the pages of a read. Implemented by structs, so that whatever goes through the pages of a query or a scan is written once, and holds
/// its requests in itself.
/// </summary>
internal interface IPageSource
{
    /// <summary>What is read.</summary>
    ReadPlan Plan { get; }

    /// <summary>Sends the request for a page.</summary>
    /// <param name="startKey">The last key of the page before; null at the beginning.</param>
    /// <param name="limit">How many items it evaluates at most.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    ValueTask<ItemPage> FetchAsync(Item? startKey, int? limit, CancellationToken cancellationToken);
}

/// <summary>A page as a backend gave it.</summary>
/// <param name="Items">The items that passed the filter; null if they were only counted.</param>
/// <param name="Count">How many passed the filter.</param>
/// <param name="EvaluatedCount">How many were read.</param>
/// <param name="LastKey">Where the next page begins; null at the end.</param>
/// <param name="CapacityUnits">What the request consumed; 0 if that is not known.</param>
/// <param name="Lease">The items' memory, to be disposed of when they have been read; null where it is the backend's own.</param>
internal readonly record struct ItemPage(
    IReadOnlyList<ReadOnlyMemory<byte>>? Items, int Count, int EvaluatedCount, Item? LastKey, double CapacityUnits, IDisposable? Lease = null);
