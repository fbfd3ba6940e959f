namespace Keyfold.Server.Http;

/// <summary>Counts the memory of unfinished bodies of all connections, and refuses to go past a bound.</summary>
internal sealed class PendingBytes(long max)
{
    private long _count;

    /// <exception cref="RefusedException">The bound is reached.</exception>
    public void Add(int bytes)
    {
        if (Interlocked.Add(ref _count, bytes) > max)
        {
            Remove(bytes);
            throw RefusedException.TooManyPendingBytes();
        }
    }

    public void Remove(int bytes) => Interlocked.Add(ref _count, -bytes);
}
