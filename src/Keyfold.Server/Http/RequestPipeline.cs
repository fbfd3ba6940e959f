using Keyfold.Protocol;
using Keyfold.Server.Authentication;
using Keyfold.Server.Databases;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Keyfold.Server.Http;

/// <summary>The way of a request: is it one of ours, its body, its signature, its database, the answer. Safe for concurrent use.</summary>
internal sealed partial class RequestPipeline(ServerOptions options)
{
    private readonly BodyReader _bodies = new(options);
    private readonly DatabaseSet _databases = new(options);
    private readonly ILogger _logger = options.LoggerFactory.CreateLogger<KeyfoldServer>();
    private readonly SignatureVerifier? _verifier =
        options.AccessKeys.Count == 0 ? null : new SignatureVerifier(options.AccessKeys, options.TimeProvider);

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            if (PlainResponses.Find(context.Request) is { } plain)
            {
                await plain.SendAsync(context.Response).ConfigureAwait(false);
                return;
            }

            using Body body = await _bodies.ReadAsync(context.Request).ConfigureAwait(false);
            using ProtocolResponse response = await AnswerAsync(context.Request, body).ConfigureAwait(false);
            await ResponseSender.SendAsync(context, response).ConfigureAwait(false);
        }
        catch (RefusedException refused)
        {
            using ProtocolResponse response = refused.CreateResponse();
            await ResponseSender.SendAsync(context, response).ConfigureAwait(false);
        }
        catch (BadHttpRequestException exception) when (!context.Response.HasStarted)
        {
            // what Kestrel finds wrong with a body: bad chunks, or an end before its end
            await PlainResponses.WithStatus(exception.StatusCode).SendAsync(context.Response).ConfigureAwait(false);
        }
        catch (IOException exception) when (exception is not BadHttpRequestException)
        {
            // the client has gone; nobody waits for an answer
            context.Abort();
        }
    }

    private async ValueTask<ProtocolResponse> AnswerAsync(HttpRequest request, Body body)
    {
        string? target = request.Headers["X-Amz-Target"];
        string? authorization = request.Headers.Authorization;
        if (_verifier?.Verify(request, AuthorizationHeader.Parse(authorization), body.Sent.Span) is { } error)
        {
            return Refusals.Unauthorized(target, body.Unpacked, error);
        }

        // once is enough: with few connections, or where threads that receive do not answer, it is on the pool already
        if (!Thread.CurrentThread.IsThreadPoolThread && !BriefRequests.Contains(target, body.Unpacked.Length))
        {
            await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        }

        if (_databases.Find(authorization) is not { } database)
        {
            return Refusals.TooManyDatabases(options.DatabasesMax);
        }

        try
        {
            // a call on an engine has ended when it returns: there is nothing that a client who goes away could cancel
            return await database.HandleAsync(target, body.Unpacked, CancellationToken.None).ConfigureAwait(false);
        }
#pragma warning disable CA1031 // a bug in one request must not end the connection of the others; it is reported, and the client told
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogFault(exception, target);
            return Refusals.Fault();
        }
    }

    [LoggerMessage(LogLevel.Error, "{Target} failed by a fault of the server.")]
    private partial void LogFault(Exception exception, string? target);
}
