using System.Globalization;
using Keyfold.Protocol;
using Keyfold.Server.Authentication;

namespace Keyfold.Server.Http;

/// <summary>What the server answers in place of the protocol.</summary>
internal static class Refusals
{
    private const string Service = "com.amazon.coral.service#";

    /// <summary>Nobody is told about a signature before the body is JSON and the operation known: DynamoDB looks at those first.</summary>
    public static ProtocolResponse Unauthorized(string? target, ReadOnlyMemory<byte> body, SignatureError error) =>
        DynamoDbProtocol.FindSyntaxError(target, body) ?? ProtocolResponse.Error(400, Service + error.Type, error.Message);

    public static ProtocolResponse TooManyDatabases(int max) => ProtocolResponse.Error(
        400,
        "com.amazonaws.dynamodb.v20120810#LimitExceededException",
        string.Create(
            CultureInfo.InvariantCulture, $"The server holds {max} databases already, one for each access key and region. Share one database instead."));

    public static ProtocolResponse Fault() => ProtocolResponse.Error(
        500,
        "com.amazonaws.dynamodb.v20120810#InternalServerError",
        "The request processing has failed because of an unknown error, exception or failure.");
}
