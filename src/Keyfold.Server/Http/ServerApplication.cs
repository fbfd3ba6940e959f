using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Abstractions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Keyfold.Server.Http;

/// <summary>What Kestrel calls for each request.</summary>
internal sealed class ServerApplication(RequestPipeline pipeline, OpenConnections connections) : IHttpApplication<DefaultHttpContext>
{
    /// <summary>A connection has one context, which its requests use one after the other.</summary>
    public DefaultHttpContext CreateContext(IFeatureCollection contextFeatures)
    {
        if (contextFeatures is not IHostContextContainer<DefaultHttpContext> connection)
        {
            return new DefaultHttpContext(contextFeatures);
        }

        connection.HostContext ??= new DefaultHttpContext();
        connection.HostContext.Initialize(contextFeatures);
        return connection.HostContext;
    }

    public Task ProcessRequestAsync(DefaultHttpContext context) =>
        connections.AreMany ? pipeline.HandleAsync(context) : HandOverAsync(context);

    public void DisposeContext(DefaultHttpContext context, Exception? exception) => context.Uninitialize();

    /// <summary>Answers on a thread of the pool.</summary>
    private async Task HandOverAsync(DefaultHttpContext context)
    {
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        await pipeline.HandleAsync(context).ConfigureAwait(false);
    }
}
