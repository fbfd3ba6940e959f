using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace Keyfold.Benchmarks.Loopback;

/// <summary>
/// What ASP.NET does by itself on this machine: a server that reads nothing and answers a constant, which is as long as the answer of a GetItem.
/// </summary>
internal static class BareServer
{
    /// <summary>The argument that makes this program the server; its port follows.</summary>
    public const string Argument = "loopback-bare-server";

    private static readonly byte[] Answer = new byte[332];

    public static void Run(string port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.ListenLocalhost(int.Parse(port, CultureInfo.InvariantCulture)));
        WebApplication application = builder.Build();
        application.Run(static async context =>
        {
            context.Response.ContentLength = Answer.Length;
            await context.Response.BodyWriter.WriteAsync(Answer).ConfigureAwait(false);
        });
        application.Run();
    }
}
