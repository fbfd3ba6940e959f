using System.Net;

namespace Keyfold.Aws.Transport;

/// <summary>The connections of a backend.</summary>
internal static class Connections
{
    // below the time after which load balancers close: a request on a connection that the other side just closed is lost
    private static readonly TimeSpan IdleMax = TimeSpan.FromSeconds(20);

    public static SocketsHttpHandler Create(DynamoDbOptions options) => new()
    {
        MaxConnectionsPerServer = options.ConnectionsMax,
        ConnectTimeout = options.ConnectTimeout,
        PooledConnectionLifetime = options.ConnectionLifetime,
        PooledConnectionIdleTimeout = IdleMax,
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        AutomaticDecompression = DecompressionMethods.None,

        // trace headers are no part of DynamoDB's protocol
        ActivityHeadersPropagator = null,
    };
}
