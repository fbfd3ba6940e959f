using System.Net;
using System.Text.Json;
using Keyfold.Storage;

namespace Keyfold.Aws.Transport;

/// <summary>An error that the service answered with. Specified by "Error handling with DynamoDB" of the developer guide.</summary>
internal sealed class ServiceError
{
    private const string RequestIdHeader = "x-amzn-RequestId";

    private readonly string? _type;
    private readonly string? _message;
    private readonly string? _requestId;
    private readonly HttpStatusCode _status;
    private readonly TimeSpan? _retryAfter;
    private readonly ReadOnlyMemory<byte> _item;
    private readonly Sequence<CancellationReason> _reasons;

    private ServiceError(HttpResponseMessage response, in ErrorMembers members)
    {
        _type = members.Type;
        _message = members.Message;
        _item = members.Item;
        _reasons = members.Reasons;
        _status = response.StatusCode;
        _retryAfter = RetryAfterOf(response);
        _requestId = response.Headers.NonValidated.TryGetValues(RequestIdHeader, out System.Net.Http.Headers.HeaderStringValues values) ? values.ToString() : null;
    }

    /// <summary>Whether the service found the signature's time too far from its own.</summary>
    public bool IsOfClock => _type is "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "AuthFailure";

    /// <summary>Whether temporary credentials were used after their end.</summary>
    public bool IsOfExpiredCredentials => _type is "ExpiredTokenException" or "ExpiredToken";

    /// <summary>The contract's code of the error.</summary>
    public StorageErrorCode Code => _type switch
    {
        _ when Enum.TryParse(_type, out StorageErrorCode known) && Enum.IsDefined(known) => known,
        "ReplicatedWriteConflictException" => StorageErrorCode.TransactionConflictException,
        "InternalFailure" => StorageErrorCode.InternalServerError,
        "ServiceUnavailableException" => StorageErrorCode.ServiceUnavailable,
        "Throttling" or "RequestLimitExceededException" or "TooManyRequestsException" => StorageErrorCode.ThrottlingException,
        "AccessDenied" or "UnrecognizedClientException" or "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature" or "IncompleteSignatureException"
            or "MissingAuthenticationToken" or "MissingAuthenticationTokenException" or "InvalidClientTokenId" => StorageErrorCode.AccessDeniedException,
        _ => _status switch
        {
            HttpStatusCode.TooManyRequests => StorageErrorCode.ThrottlingException,
            HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized => StorageErrorCode.AccessDeniedException,
            HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => StorageErrorCode.ServiceUnavailable,
            >= HttpStatusCode.InternalServerError => StorageErrorCode.InternalServerError,
            _ => StorageErrorCode.Unrecognized,
        },
    };

    /// <summary>Reads an error. A body that is none, as a proxy sends it, leaves the status.</summary>
    public static ServiceError Read(HttpResponseMessage response, ReadOnlySpan<byte> body)
    {
        try
        {
            return new ServiceError(response, ErrorMembers.Read(body));
        }
        catch (JsonException)
        {
            return new ServiceError(response, default);
        }
    }

    public StorageException ToException(ServiceOperation operation, StorageErrorCode code) => new(code, Describe(operation, code))
    {
        Item = _item,
        CancellationReasons = _reasons,
        RequestId = _requestId,
        RetryAfter = _retryAfter,
    };

    // a moment is one of the service's clock, which its answer tells
    private static TimeSpan? RetryAfterOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delay } => delay,
        { Date: { } moment } when response.Headers.Date is { } now => moment > now ? moment - now : TimeSpan.Zero,
        _ => null,
    };

    // a message of DynamoDB's own stays what it is; where the code does not say the same as the type, the type is told, too
    private string Describe(ServiceOperation operation, StorageErrorCode code)
    {
        string message = _message ?? $"{operation.Name} was answered with the status {(int)_status}.";
        return _type is null || string.Equals(_type, code.ToString(), StringComparison.Ordinal) ? message : $"{_type}: {message}";
    }
}
