using Keyfold.Protocol;
using Microsoft.AspNetCore.Http;

namespace Keyfold.Server.Http;

/// <summary>
/// A body that the server does not take, with DynamoDB's error for it. What a status alone says is a <see cref="BadHttpRequestException"/>, as Kestrel's are.
/// </summary>
internal sealed class RefusedException(string type, string? text) : Exception(text ?? type)
{
    public static RefusedException BadEncoding() => new("com.amazon.coral.service#SerializationException", text: null);

    public static RefusedException TooManyPendingBytes() =>
        new("com.amazon.coral.availability#ThrottlingException", "Too many bytes of unfinished requests are pending. Try again later.");

    public static BadHttpRequestException BodyTooLarge() => new("The body is longer than 16 MB.", StatusCodes.Status413PayloadTooLarge);

    public static BadHttpRequestException BodyTooSlow() => new("The body took too long to arrive.", StatusCodes.Status408RequestTimeout);

    /// <summary>What the client gets.</summary>
    public ProtocolResponse CreateResponse() => ProtocolResponse.Error(StatusCodes.Status400BadRequest, type, text);
}
