using Keyfold.Protocol.Requests;
using Keyfold.Storage;

namespace Keyfold.Protocol.Responses;

/// <summary>Writes error bodies: the error's name behind the namespace it has in DynamoDB's implementation, and its message.</summary>
internal static class ErrorWriter
{
    private const string Model = "com.amazonaws.dynamodb.v20120810#";
    private const string Service = "com.amazon.coral.service#";

    /// <summary>Writes an error of a backend, and gives the HTTP status.</summary>
    public static int Write(ResponseWriter output, StorageException exception)
    {
        output.Restart();
        output.Json.WriteStartObject();
        output.Json.WriteString("__type"u8, NamespaceOf(exception.Code) + exception.Code);
        output.Json.WriteString(HasCapital(exception.Code) ? "Message"u8 : "message"u8, exception.Message);
        output.OptionalItem("Item"u8, exception.Item);
        WriteReasons(output, exception.CancellationReasons);
        output.Json.WriteEndObject();
        return exception.Code switch
        {
            StorageErrorCode.InternalServerError => 500,
            StorageErrorCode.ServiceUnavailable => 503,
            _ => 400,
        };
    }

    /// <summary>Writes the error of a body that can't be read, and gives the HTTP status.</summary>
    public static int Write(ResponseWriter output, SerializationException exception)
    {
        output.Restart();
        output.Json.WriteStartObject();
        output.Json.WriteString("__type"u8, Service + nameof(SerializationException));
        if (exception.HasMessage)
        {
            output.Json.WriteString("Message"u8, exception.Message);
        }

        output.Json.WriteEndObject();
        return 400;
    }

    /// <summary>Writes the error of a target that is no operation, and gives the HTTP status.</summary>
    public static int WriteUnknownOperation(ResponseWriter output)
    {
        output.Restart();
        output.Json.WriteStartObject();
        output.Json.WriteString("__type"u8, $"{Service}UnknownOperationException");
        output.Json.WriteEndObject();
        return 400;
    }

    /// <summary>Writes an error that the host found.</summary>
    public static void Write(ResponseWriter output, string type, string? message)
    {
        output.Json.WriteStartObject();
        output.Json.WriteString("__type"u8, type);
        if (message is not null)
        {
            output.Json.WriteString("message"u8, message);
        }

        output.Json.WriteEndObject();
    }

    private static void WriteReasons(ResponseWriter output, Sequence<CancellationReason> reasons)
    {
        if (reasons.Count == 0)
        {
            return;
        }

        output.Json.WriteStartArray("CancellationReasons"u8);
        foreach (CancellationReason reason in reasons)
        {
            output.Json.WriteStartObject();
            output.Json.WriteString("Code"u8, reason.Code.ToString());
            if (reason.Message is not null)
            {
                output.Json.WriteString("Message"u8, reason.Message);
            }

            output.OptionalItem("Item"u8, reason.Item);
            output.Json.WriteEndObject();
        }

        output.Json.WriteEndArray();
    }

    private static string NamespaceOf(StorageErrorCode code) => code switch
    {
        StorageErrorCode.ValidationException => "com.amazon.coral.validate#",
        StorageErrorCode.AccessDeniedException => Service,
        StorageErrorCode.ThrottlingException => "com.amazon.coral.availability#",
        _ => Model,
    };

    private static bool HasCapital(StorageErrorCode code) => code is StorageErrorCode.TransactionCanceledException
        or StorageErrorCode.IdempotentParameterMismatchException
        or StorageErrorCode.TransactionInProgressException
        or StorageErrorCode.AccessDeniedException;
}
