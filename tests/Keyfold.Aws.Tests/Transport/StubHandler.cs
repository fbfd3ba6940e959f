using System.Net;

namespace Keyfold.Aws.Tests.Transport;

/// <summary>Answers each request at once by what a test says, and keeps what was sent.</summary>
internal sealed class StubHandler(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    public List<(string? Target, string? Date, string? Authorization, string? Token, string Body)> Sent { get; } = [];

    /// <summary>An answer with a JSON body.</summary>
    public static HttpResponseMessage Json(string body, HttpStatusCode status = HttpStatusCode.OK) => new(status) { Content = new StringContent(body) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string body = await request.Content!.ReadAsStringAsync(cancellationToken);
        lock (Sent)
        {
            Sent.Add((Header("X-Amz-Target"), Header("X-Amz-Date"), Header("Authorization"), Header("X-Amz-Security-Token"), body));
        }

        return answer(request);

        string? Header(string name) => request.Headers.NonValidated.TryGetValues(name, out System.Net.Http.Headers.HeaderStringValues values) ? values.ToString() : null;
    }
}
