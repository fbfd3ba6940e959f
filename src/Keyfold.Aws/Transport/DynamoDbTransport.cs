using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using Keyfold.Aws.Configuration;
using Keyfold.Aws.Signing;
using Keyfold.Storage;

namespace Keyfold.Aws.Transport;

/// <summary>
/// Sends one request and gives its answer, or says by the type of the exception what became of it: <see cref="StorageException"/> is the service's own refusal,
/// <see cref="TransportException"/> what happened on the way. It sends nothing twice. Safe for concurrent use.
/// </summary>
internal sealed class DynamoDbTransport : IDisposable
{
    private readonly HttpMessageInvoker _http;
    private readonly Uri _endpoint;
    private readonly byte[] _host;
    private readonly RequestSigner _signer;
    private readonly ICredentialsSource _credentials;
    private readonly ServiceClock _clock;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider _timeProvider;

    /// <summary>Makes a transport.</summary>
    /// <param name="http">Sends; disposed of with the transport.</param>
    /// <param name="endpoint">The service's address; its path is not used.</param>
    /// <param name="region">The region to sign for.</param>
    /// <param name="credentials">What to sign with.</param>
    /// <param name="timeout">How long one request may take, its answer included.</param>
    /// <param name="timeProvider">The clock of signatures and of the time that a request may take.</param>
    public DynamoDbTransport(
        HttpMessageInvoker http, Uri endpoint, string region, ICredentialsSource credentials, TimeSpan timeout, TimeProvider timeProvider)
    {
        _http = http;
        _endpoint = new Uri(endpoint, "/");
        _host = Encoding.ASCII.GetBytes(endpoint.IsDefaultPort ? endpoint.IdnHost : $"{endpoint.IdnHost}:{endpoint.Port}");
        _signer = new RequestSigner(region, "dynamodb");
        _credentials = credentials;
        _clock = new ServiceClock(timeProvider);
        _timeout = timeout;
        _timeProvider = timeProvider;
    }

    /// <summary>Sends a request. The buffer is the transport's from now on.</summary>
    /// <exception cref="StorageException">The service refused the request.</exception>
    /// <exception cref="TransportException">There is no answer, or none that can be trusted.</exception>
    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    public async ValueTask<ResponseBody> SendAsync(ServiceOperation operation, RequestBuffer request, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        SigningCredentials credentials = await _credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var content = new RequestContent(request.Body.Written);
        using HttpRequestMessage message = Sign(operation, credentials, content);
        Deadline deadline = Deadline.Start(_timeout, _timeProvider, cancellationToken);
        bool isDone = false;
        try
        {
            using HttpResponseMessage response = await _http.SendAsync(message, deadline.Token).ConfigureAwait(false);
            ResponseBody body = await ResponseReading.ReadAsync(response, deadline.Token).ConfigureAwait(false);
            isDone = content.IsSent;
            return response.StatusCode == HttpStatusCode.OK ? body : throw Refusal(operation, response, body, credentials);
        }
        catch (Exception error) when (error is not (StorageException or TransportException))
        {
            throw TransportFailures.Translate(error, operation, _endpoint, content.IsStarted, _timeout, cancellationToken);
        }
        finally
        {
            deadline.End(isDone, _timeProvider);
            if (isDone)
            {
                request.Return();
            }
        }
    }

    public void Dispose() => _http.Dispose();

    private HttpRequestMessage Sign(ServiceOperation operation, SigningCredentials credentials, RequestContent content)
    {
        SigningTime time = _clock.Now();
        ReadOnlySpan<byte> body = content.Body.Span;
        var message = new HttpRequestMessage(HttpMethod.Post, _endpoint) { Content = content };
        message.Headers.TryAddWithoutValidation("X-Amz-Target", operation.Target);
        message.Headers.TryAddWithoutValidation("X-Amz-Date", time.Text);
        if (credentials.SessionToken is { } token)
        {
            message.Headers.TryAddWithoutValidation("X-Amz-Security-Token", token);
        }

        message.Headers.TryAddWithoutValidation("Authorization", _signer.Sign(credentials, time, _host, operation.Utf8Target, body));
        return message;
    }

    private StorageException Refusal(ServiceOperation operation, HttpResponseMessage response, ResponseBody body, SigningCredentials credentials)
    {
        ServiceError error = ServiceError.Read(response, body.Span);
        body.Dispose();
        if (error.IsOfClock && response.Headers.Date is { } serviceTime && _clock.Correct(serviceTime))
        {
            return error.ToException(operation, StorageErrorCode.RequestTimeTooSkewed);
        }

        if (error.IsOfExpiredCredentials)
        {
            _credentials.Invalidate(credentials);
            return error.ToException(operation, StorageErrorCode.ExpiredTokenException);
        }

        return error.ToException(operation, error.Code);
    }
}
