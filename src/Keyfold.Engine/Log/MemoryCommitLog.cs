namespace Keyfold.Engine.Log;

/// <summary>The log of an engine that lives in memory only: it counts commits and keeps none.</summary>
internal sealed class MemoryCommitLog : ICommitLog
{
    private long _last;

    public long Append(ReadOnlySpan<ItemChange> changes) => Interlocked.Increment(ref _last);
}
