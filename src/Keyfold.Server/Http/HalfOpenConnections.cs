using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;

namespace Keyfold.Server.Http;

/// <summary>Answers clients that have shut down their sending side. Kestrel alone takes that for the end of the client, and drops the answer.</summary>
internal static class HalfOpenConnections
{
    /// <summary>A connection's step before HTTP.</summary>
    public static ConnectionDelegate Serve(ConnectionDelegate next) => connection =>
    {
        // whether the client is there still is found out by sending
        connection.ConnectionClosed = CancellationToken.None;
        connection.Transport = new Transport(new EndLastReader(connection.Transport.Input), connection.Transport.Output);
        return next(connection);
    };

    private sealed record Transport(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
