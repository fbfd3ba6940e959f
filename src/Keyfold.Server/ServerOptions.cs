using System.Net;
using Keyfold.Engine;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Keyfold.Server;

/// <summary>What a server is started with. The values are checked once, when it starts.</summary>
public sealed class ServerOptions
{
    /// <summary>DynamoDB's bound of a request's body, packed and unpacked: 16 MB.</summary>
    public const int BodyBytesMax = 16 * 1024 * 1024;

    /// <summary>
    /// Where to listen: <c>localhost</c> (both IPv4 and IPv6), <c>*</c> (all addresses) or an IP address. Anything but loopback needs
    /// <see cref="AccessKeys"/>.
    /// </summary>
    public string Host { get; init; } = "localhost";

    /// <summary>The port; 0 takes a free one, which <see cref="KeyfoldServer.Address"/> tells, of IPv4 only if the host is <c>localhost</c>.</summary>
    public int Port { get; init; } = 8000;

    /// <summary>
    /// Who may send requests. With at least one key, every request must be signed with one of them; without any, signatures are not looked at.
    /// </summary>
    public IReadOnlyList<AccessKey> AccessKeys { get; init; } = [];

    /// <summary>Whether all clients see the same tables, whatever their access key and region. Otherwise each pair has its own.</summary>
    public bool SharedDatabase { get; init; }

    /// <summary>
    /// Makes or finds a database for its first request; unless set, an empty engine in memory that fills new indexes in the background. A shared database has
    /// an empty name.
    /// </summary>
    public Func<DatabaseName, EmbeddedEngine> OpenDatabase { get; init; } = static _ =>
        new EmbeddedEngine(new EngineOptions { IndexCreationDelay = TimeSpan.Zero });

    /// <summary>How many databases there may be; a request for one more is refused.</summary>
    public int DatabasesMax { get; init; } = 1024;

    /// <summary>How many clients may be connected at once; further connections are closed.</summary>
    public int ConnectionsMax { get; init; } = 4096;

    /// <summary>
    /// How many bytes of memory unfinished or packed bodies may take at once, at least 48 MB, which one packed body can need; a request that would pass the
    /// bound is throttled. Bodies that arrive in one piece, as small ones do, do not count.
    /// </summary>
    public long PendingBytesMax { get; init; } = 256L * 1024 * 1024;

    /// <summary>How long a connection may be idle.</summary>
    public TimeSpan KeepAliveTimeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How long a client may take to send a request's headers.</summary>
    public TimeSpan HeadersTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long a client may take to send a request's body.</summary>
    public TimeSpan BodyTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long requests in flight have to finish when the server stops.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The time that signatures are compared with.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Takes what an operator should know: requests that failed by a fault of the server.</summary>
    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    internal bool IsLoopback => Host == "localhost" || (IPAddress.TryParse(Host, out IPAddress? address) && IPAddress.IsLoopback(address));

    internal void Validate()
    {
        Require(Host is "localhost" or "*" || IPAddress.TryParse(Host, out _), $"'{Host}' is no address to listen on: use localhost, * or an IP address.");
        Require(Port is >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort, $"The port must be between 0 and {IPEndPoint.MaxPort}.");
        Require(AccessKeys.All(key => key.Id.Length > 0 && key.Secret.Length > 0), "An access key needs an id and a secret.");
        Require(AccessKeys.DistinctBy(key => key.Id, StringComparer.Ordinal).Count() == AccessKeys.Count, "Two access keys have the same id.");
        Require(DatabasesMax >= 1, "DatabasesMax must be at least 1.");
        Require(ConnectionsMax >= 1, "ConnectionsMax must be at least 1.");
        Require(PendingBytesMax >= 3L * BodyBytesMax, $"PendingBytesMax must be at least {3L * BodyBytesMax}.");
        Require(
            new[] { KeepAliveTimeout, HeadersTimeout, BodyTimeout, DrainTimeout }.All(timeout => timeout > TimeSpan.Zero),
            "Timeouts must be longer than nothing.");
        Require(
            IsLoopback || AccessKeys.Count > 0,
            $"Without access keys anyone who reaches {Host} could read and change every table. "
            + "Give at least one access key (keyfold serve --access-key ID:SECRET), or listen on localhost.");
    }

    private static void Require(bool condition, string otherwise)
    {
        if (!condition)
        {
            throw new InvalidOperationException(otherwise);
        }
    }
}
