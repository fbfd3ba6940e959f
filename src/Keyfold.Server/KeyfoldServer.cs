using System.Net;
using Keyfold.Server.Http;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Options;

namespace Keyfold.Server;

/// <summary>
/// A running server: DynamoDB's HTTP interface over embedded engines. It is Kestrel with one application and neither host nor middleware around it, since every
/// request goes the same way; it reads no configuration but its options.
/// </summary>
public sealed class KeyfoldServer : IAsyncDisposable
{
    private const int HeaderBytesMax = 16 * 1024;

    private readonly KestrelServer _kestrel;
    private readonly TimeSpan _drainTimeout;

    private KeyfoldServer(KestrelServer kestrel, TimeSpan drainTimeout, Uri address)
    {
        _kestrel = kestrel;
        _drainTimeout = drainTimeout;
        Address = address;
    }

    /// <summary>What clients take for the service's URL.</summary>
    public Uri Address { get; }

    /// <summary>Starts a server; when the task ends, it takes requests.</summary>
    /// <param name="options">What it is started with.</param>
    /// <param name="cancellationToken">Cancels the start.</param>
    /// <exception cref="InvalidOperationException">An option is wrong, or the server would be open to a network without authentication; the message says what
    /// to do.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<KeyfoldServer> StartAsync(ServerOptions options, CancellationToken cancellationToken = default)
    {
        options.Validate();
        OpenConnections connections = new();
        KestrelServer kestrel = new(
            Options.Create(Configure(options, connections)), new SocketTransportFactory(Transport(), options.LoggerFactory), options.LoggerFactory);
        try
        {
            await kestrel.StartAsync(new ServerApplication(new RequestPipeline(options), connections), cancellationToken).ConfigureAwait(false);
            return new KeyfoldServer(kestrel, options.DrainTimeout, AddressOf(kestrel));
        }
        catch
        {
            kestrel.Dispose();
            throw;
        }
    }

    /// <summary>Takes no new connections, answers the requests in flight, and stops. What is not answered when the drain timeout ends is cut off.</summary>
    /// <param name="cancellationToken">Cuts off what is in flight at once.</param>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        using CancellationTokenSource drain = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        drain.CancelAfter(_drainTimeout);
        await _kestrel.StopAsync(drain.Token).ConfigureAwait(false);
    }

    /// <summary>Stops the server.</summary>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _kestrel.Dispose();
    }

    private static IOptions<SocketTransportOptions> Transport() => Options.Create(new SocketTransportOptions
    {
        // a call on an engine never waits, so that the thread which has received a request may as well answer it
        UnsafePreferInlineScheduling = true,

        // an idle connection keeps 4 KB; it would cost a call of the system for each request to do without them
        WaitForDataBeforeAllocatingBuffer = false,
    });

    private static KestrelServerOptions Configure(ServerOptions options, OpenConnections connections)
    {
        KestrelServerOptions kestrel = new() { AddServerHeader = false, AllowSynchronousIO = false };
        KestrelServerLimits limits = kestrel.Limits;
        limits.MaxConcurrentConnections = options.ConnectionsMax;
        limits.MaxRequestHeadersTotalSize = HeaderBytesMax;
        limits.KeepAliveTimeout = options.KeepAliveTimeout;
        limits.RequestHeadersTimeout = options.HeadersTimeout;
        limits.MaxRequestBodySize = null; // BodyReader counts, and answers as DynamoDB does
        limits.MinRequestBodyDataRate = null; // and it bounds the time of the whole body

        if (options.Host == "localhost" && options.Port != 0)
        {
            kestrel.ListenLocalhost(options.Port, Http1);
        }
        else
        {
            kestrel.Listen(Endpoint(options), Http1);
        }

        return kestrel;

        void Http1(ListenOptions listen)
        {
            listen.Protocols = HttpProtocols.Http1;
            listen.Use(connections.Count);
            listen.Use(HalfOpenConnections.Serve);
        }
    }

    private static IPEndPoint Endpoint(ServerOptions options) => new(
        options.Host switch
        {
            "localhost" => IPAddress.Loopback,
            "*" => IPAddress.Any,
            _ => IPAddress.Parse(options.Host),
        },
        options.Port);

    private static Uri AddressOf(KestrelServer kestrel) =>
        new(kestrel.Features.Get<IServerAddressesFeature>()!.Addresses.First());
}
