using System.Net.Mime;
using System.Text;
using Keyfold.Protocol;
using Microsoft.AspNetCore.Http;

namespace Keyfold.Server.Http;

/// <summary>Answers to requests that are no operations.</summary>
internal static class PlainResponses
{
    private static readonly PlainResponse Healthy = new(StatusCodes.Status200OK, "ok\n"u8.ToArray());

    private static readonly PlainResponse About = new(
        StatusCodes.Status200OK,
        Encoding.UTF8.GetBytes($"Keyfold {typeof(KeyfoldServer).Assembly.GetName().Version!.ToString(3)}: DynamoDB's interface on an embedded engine. "
            + "Take this address for a DynamoDB client's endpoint URL.\n"));

    private static readonly PlainResponse Unknown = new(StatusCodes.Status404NotFound, "<UnknownOperationException/>\n"u8.ToArray());

    private static readonly PlainResponse TooLarge = new(StatusCodes.Status413PayloadTooLarge, default);

    /// <summary>Null if the request is one for the protocol.</summary>
    public static PlainResponse? Find(HttpRequest request)
    {
        if (request.ContentLength > ServerOptions.BodyBytesMax)
        {
            return TooLarge;
        }

        if (HttpMethods.IsPost(request.Method))
        {
            return request.Path == "/" && IsJson(request.ContentType) ? null : Unknown;
        }

        return HttpMethods.IsGet(request.Method) && request.Path == "/" ? About
            : HttpMethods.IsGet(request.Method) && request.Path == "/healthz" ? Healthy
            : Unknown;
    }

    /// <summary>A status that says it all.</summary>
    public static PlainResponse WithStatus(int statusCode) => new(statusCode, default);

    /// <summary>DynamoDB answers in the media type that it was asked in.</summary>
    public static string EchoedType(string? contentType) =>
        MediaType(contentType).Equals(MediaTypeNames.Application.Json, StringComparison.OrdinalIgnoreCase)
            ? MediaTypeNames.Application.Json
            : ProtocolResponse.ContentType;

    private static bool IsJson(string? contentType) =>
        MediaType(contentType).Equals(EchoedType(contentType), StringComparison.OrdinalIgnoreCase);

    private static ReadOnlySpan<char> MediaType(string? contentType)
    {
        ReadOnlySpan<char> type = contentType;
        int semicolon = type.IndexOf(';');
        return (semicolon < 0 ? type : type[..semicolon]).Trim();
    }
}
