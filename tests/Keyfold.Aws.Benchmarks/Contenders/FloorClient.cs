using System.Net;
using System.Text;
using Keyfold.Aws.Signing;
using Keyfold.Aws.Transport;
using Keyfold.Benchmarks.Model;

namespace Keyfold.Aws.Benchmarks.Contenders;

/// <summary>
/// What no client on <see cref="HttpClient"/> can do without: it signs and sends a body that is ready, and does not look at the answer. The body is the one that Keyfold
/// made for the same operation, or, of a write, one that is written by hand each time.
/// </summary>
internal sealed class FloorClient(HttpMessageHandler wire, bool writesBodies = false) : IContender, IDisposable
{
    private static readonly Uri Endpoint = new("https://dynamodb.eu-central-1.amazonaws.com/");
    private static readonly byte[] Host = Encoding.ASCII.GetBytes(Endpoint.Host);

    private readonly HttpMessageInvoker _http = new(wire, disposeHandler: false);
    private readonly RequestSigner _signer = new("eu-central-1", "dynamodb");
    private readonly SigningCredentials _credentials = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");
    private readonly Dictionary<ServiceOperation, byte[]> _bodies = [];
    private readonly byte[] _written = new byte[1 << 16];
    private SigningTime? _second;

    public string Name => writesBodies ? "the floor: write by hand, sign and send" : "the floor: sign and send";

    public Task GetAsync(Order key) => SendAsync(ServiceOperation.GetItem, client => client.GetAsync(key));

    public Task PutAsync(Order order) => writesBodies
        ? SendAsync(ServiceOperation.PutItem, (ref text) => text.Put(order))
        : SendAsync(ServiceOperation.PutItem, client => client.PutAsync(order));

    public async Task<int> QueryAsync(string customerId)
    {
        await SendAsync(ServiceOperation.Query, client => client.QueryAsync(customerId));
        return 0;
    }

    public Task BatchWriteAsync(IReadOnlyList<Order> orders) => writesBodies
        ? SendAsync(ServiceOperation.BatchWriteItem, (ref text) => text.Batch(orders))
        : SendAsync(ServiceOperation.BatchWriteItem, client => client.BatchWriteAsync(orders));

    public Task TransactWriteAsync(IReadOnlyList<Order> orders) => writesBodies
        ? SendAsync(ServiceOperation.TransactWriteItems, (ref text) => text.Transaction(orders))
        : SendAsync(ServiceOperation.TransactWriteItems, client => client.TransactWriteAsync(orders));

    public void Dispose() => _http.Dispose();

    private async Task SendAsync(ServiceOperation operation, Func<IContender, Task> call)
    {
        if (!_bodies.TryGetValue(operation, out byte[]? body))
        {
            using var recorder = new Recorder();
            await call(new KeyfoldClient(recorder));
            body = recorder.Body;
            _bodies.Add(operation, body);
        }

        await SendAsync(operation, body);
    }

    private Task SendAsync(ServiceOperation operation, BodyWriter write)
    {
        var text = new OrderText(_written);
        write(ref text);
        return SendAsync(operation, _written.AsMemory(0, text.Length));
    }

    private async Task SendAsync(ServiceOperation operation, ReadOnlyMemory<byte> body)
    {
        SigningTime time = SigningTime.Of(TimeProvider.System.GetUtcNow(), ref _second);
        using var message = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = new RequestContent(body) };
        message.Headers.TryAddWithoutValidation("X-Amz-Target", operation.Target);
        message.Headers.TryAddWithoutValidation("X-Amz-Date", time.Text);
        message.Headers.TryAddWithoutValidation("Authorization", _signer.Sign(_credentials, time, Host, operation.Utf8Target, body.Span));
        using HttpResponseMessage response = await _http.SendAsync(message, CancellationToken.None);
    }

    private delegate void BodyWriter(ref OrderText text);

    /// <summary>Keeps the body of a request.</summary>
    private sealed class Recorder : HttpMessageHandler
    {
        public byte[] Body { get; private set; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsByteArrayAsync(cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent("{\"Items\":[]}"u8.ToArray()) };
        }
    }
}
