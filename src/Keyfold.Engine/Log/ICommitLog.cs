namespace Keyfold.Engine.Log;

/// <summary>
/// Where commits go before they take effect. Whatever the engine holds is a function of what was appended: applying the same records in
/// the same order gives the same partitions.
/// </summary>
internal interface ICommitLog
{
    /// <summary>Appends what one commit changes, all or nothing.</summary>
    /// <returns>The commit's number, greater than all before.</returns>
    long Append(ReadOnlySpan<ItemChange> changes);
}
