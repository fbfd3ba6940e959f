using Microsoft.AspNetCore.Connections;

namespace Keyfold.Server.Http;

/// <summary>
/// Counts the connections that are open, which decides where requests are answered. Among many the thread that receives has no rest, and answers best at once.
/// With a few it sleeps between two requests, and to wake it takes longer than a request does; the thread pool's threads look for work for a while before they
/// sleep, and keep their processor awake. With one connection that is half as many requests again in a second.
/// </summary>
internal sealed class OpenConnections
{
    private static readonly int Few = 2 * Environment.ProcessorCount;

    private int _count;

    public bool AreMany => Volatile.Read(ref _count) > Few;

    /// <summary>A connection's step before HTTP.</summary>
    public ConnectionDelegate Count(ConnectionDelegate next) => async connection =>
    {
        Interlocked.Increment(ref _count);
        try
        {
            await next(connection).ConfigureAwait(false);
        }
        finally
        {
            Interlocked.Decrement(ref _count);
        }
    };
}
